"""What each gap costs: routes closed, or on a detour, a bar a gap."""

from __future__ import annotations

from collections.abc import Sequence

from comity.stateofplay.rules.consequences import Consequence
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, counted

MOST = 12
"""Gaps that the chart shows; the table shows all."""
NOTE = (
    "A route is one way of asking for one measure by one country. A route that waits for two powers counts at both. "
    "Closed routes whose opening needs more than law can give, a treaty not yet in force for example, are not counted."
)


def consequences_picture(found: Sequence[Consequence]) -> Picture:
    """The heaviest gaps, with how many routes each closes, diverts or limits."""
    shown = [one for one in found if one.closed or one.detours or one.unknown][:MOST]
    return Picture(
        name="consequences",
        title=consequences_finding(found),
        words="; ".join(f"{_name(one)}: {_words(one)}" for one in shown),
        values=[
            {"label": _name(one), "tone": tone, "meaning": meaning, "count": count}
            for one in shown
            for count, tone, meaning in _parts(one)
            if count
        ],
        drawing=Drawing.BARS,
        table=Table(
            "Routes that wait for a power",
            ("Gap", "Closed", "On a detour", "On conditions", "Uncertain", "Not to be had by all", "Detour at best"),
            tuple(
                (
                    f"{_name(one)} ({one.level.label})",
                    (
                        *map(str, (one.closed, one.detours, one.limited, one.unknown)),
                        ", ".join(one.lost) or "–",
                        ", ".join(one.hampered) or "–",
                    ),
                )
                for one in found
            ),
            NOTE,
        ),
    )


def consequences_finding(found: Sequence[Consequence]) -> str:
    """The heaviest gap, in a sentence."""
    worst = next((one for one in found if one.closed or one.detours), None)
    if worst is None:
        return "No route between these countries is known to be closed, or to take a detour, for want of a power"
    parts = ((worst.closed, "closed"), (worst.detours, "on a detour"))
    counts = " and ".join(f"{counted(count, 'route')} {word}" for count, word in parts if count)
    return f"The gap that costs most is Article {worst.article} in {worst.heading}: {counts}"


def _name(one: Consequence) -> str:
    return f"{one.heading}, Art. {one.article}"


def _parts(one: Consequence) -> tuple[tuple[int, Tone, str], ...]:
    return (
        (one.detours, Tone.PART, "on a detour"),
        (one.closed, Tone.GAP, "closed"),
        (one.unknown, Tone.UNKNOWN, "uncertain"),
    )


def _words(one: Consequence) -> str:
    return ", ".join(f"{count} {meaning}" for count, _, meaning in _parts(one) if count)
