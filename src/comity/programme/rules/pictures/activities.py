"""How many activities of each kind stand where: a bar a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from comity.atlas.rules.packs.overview import ActivityKind
from comity.programme.rules.activity import ActivityState
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone


class Shown(Protocol):
    """What the chart asks of an activity."""

    @property
    def kind(self) -> ActivityKind: ...
    @property
    def state(self) -> ActivityState: ...
    @property
    def unaccounted(self) -> bool: ...


MEANINGS = {
    Tone.GOOD: "held or reported",
    Tone.PART: "still to come or under way",
    Tone.GAP: "cancelled",
    Tone.UNKNOWN: "outcome not known",
}


def states_picture(activities: Sequence[Shown], period: str) -> Picture:
    """Of a period; one whose time has passed unaccounted for is not known, never held."""
    found = {kind: Counter(_tone(one) for one in activities if one.kind is kind) for kind in ActivityKind}
    counted = {kind: tones for kind, tones in found.items() if tones}
    return Picture(
        name="activities",
        title=_finding(Counter(_tone(one) for one in activities), period),
        words="; ".join(f"{_name(kind)}: {_words(tones)}" for kind, tones in counted.items()),
        values=[
            {"label": _name(kind), "tone": tone, "meaning": MEANINGS[tone], "count": tones[tone]}
            for kind, tones in counted.items()
            for tone in Tone
            if tones[tone]
        ],
        drawing=Drawing.BARS,
        table=Table(
            "Activities by kind",
            ("Kind", *(MEANINGS[tone].capitalize() for tone in Tone)),
            tuple((_name(kind), tuple(str(tones[tone]) for tone in Tone)) for kind, tones in counted.items()),
        ),
    )


def _tone(one: Shown) -> Tone:
    if one.unaccounted:
        return Tone.UNKNOWN
    if one.state is ActivityState.CANCELLED:
        return Tone.GAP
    return Tone.PART if one.state.is_open else Tone.GOOD


def _finding(tones: Counter[Tone], period: str) -> str:
    whole = sum(tones.values())
    if not whole:
        return f"No activity falls into {period}"
    parts = [f"{tones[tone]} {MEANINGS[tone]}" for tone in Tone if tones[tone]]
    return f"Of {whole} activities, {', '.join(parts)}"


def _name(kind: ActivityKind) -> str:
    return kind.label.capitalize()


def _words(tones: Counter[Tone]) -> str:
    return ", ".join(f"{tones[tone]} {MEANINGS[tone]}" for tone in Tone if tones[tone])
