"""What each gap costs: routes closed, or on a detour, a bar a gap."""

from __future__ import annotations

from collections.abc import Sequence

from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count
from comity.stateofplay.rules.consequences import Consequence
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, listed

MOST = 12
"""Gaps that the chart shows; the table shows all."""
NOTE = noted(
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
            say("Routes that wait for a power"),
            (
                say("Gap"),
                say("Closed"),
                say("On a detour"),
                say("On conditions"),
                say("Uncertain"),
                say("Not to be had by all"),
                say("Detour at best"),
            ),
            tuple(
                (
                    f"{_name(one)} ({said(one.level.label)})",
                    (
                        *map(str, (one.closed, one.detours, one.limited, one.unknown)),
                        ", ".join(map(said, one.lost)) or "–",
                        ", ".join(map(said, one.hampered)) or "–",
                    ),
                )
                for one in found
            ),
            said(NOTE),
        ),
    )


def consequences_finding(found: Sequence[Consequence]) -> str:
    """The heaviest gap, in a sentence."""
    worst = next((one for one in found if one.closed or one.detours), None)
    if worst is None:
        return say("No route between these countries is known to be closed, or to take a detour, for want of a power")
    closed = say_count("{number} route closed", "{number} routes closed", worst.closed, number=f"{worst.closed:,}")
    detours = say_count(
        "{number} route on a detour", "{number} routes on a detour", worst.detours, number=f"{worst.detours:,}"
    )
    counts = [text for count, text in ((worst.closed, closed), (worst.detours, detours)) if count]
    return say(
        "The gap that costs most is Article {article} in {country}: {counts}",
        article=worst.article,
        country=worst.heading,
        counts=listed(counts),
    )


def _name(one: Consequence) -> str:
    return say("{country}, Art. {article}", country=one.heading, article=one.article)


def _parts(one: Consequence) -> tuple[tuple[int, Tone, str], ...]:
    return (
        (one.detours, Tone.PART, say("on a detour")),
        (one.closed, Tone.GAP, say("closed")),
        (one.unknown, Tone.UNKNOWN, say("uncertain")),
    )


def _words(one: Consequence) -> str:
    return ", ".join(f"{count} {meaning}" for count, _, meaning in _parts(one) if count)
