"""Assessments of a country over time: how many of its answers said what, a bar an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone

_TONES = {
    "full": Tone.GOOD,
    "yes": Tone.GOOD,
    "partial": Tone.PART,
    "draft": Tone.PART,
    "none": Tone.GAP,
    "no": Tone.GAP,
    None: Tone.UNKNOWN,
}
MEANINGS = {
    Tone.GOOD: "in full, or yes",
    Tone.PART: "in part, or draft",
    Tone.GAP: "none, or no",
    Tone.UNKNOWN: "not known",
}
NOTE = "Counted are questions about a level or a status. Names, texts and counts have no better and worse."


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment: what its questions about levels and states were answered; None is “not known”."""

    number: int
    as_of: date
    values: tuple[str | None, ...]


def progress(country: str, assessed: Sequence[Judged]) -> Picture:
    """The assessments in the order of their days."""
    counted = {_named(one): Counter(_TONES[value] for value in one.values) for one in assessed}
    return Picture(
        name="progress",
        title=_finding(country, list(counted.items())),
        words="; ".join(f"{name}: {_words(count)}" for name, count in counted.items()),
        values=[
            {"label": name, "tone": tone, "meaning": MEANINGS[tone], "count": count[tone]}
            for name, count in counted.items()
            for tone in Tone
            if count[tone]
        ],
        drawing=Drawing.BARS,
        table=Table(
            "Answers by assessment",
            ("Assessment", *(MEANINGS[tone].capitalize() for tone in Tone)),
            tuple((name, tuple(str(count[tone]) for tone in Tone)) for name, count in counted.items()),
            NOTE,
        ),
    )


def _finding(country: str, counted: list[tuple[str, Counter[Tone]]]) -> str:
    if not counted:
        return f"No assessment of {country} is signed off"
    (first, then), (last, now) = counted[0], counted[-1]
    whole = sum(now.values())
    if first == last:
        return f"{country}, {last}: {now[Tone.GOOD]} of {whole} answers are in full, or yes"
    return f"{country}, {last}: {now[Tone.GOOD]} of {whole} answers are in full, or yes; {first}: {then[Tone.GOOD]}"


def _named(one: Judged) -> str:
    return f"{one.as_of.day} {one.as_of:%B %Y} (no. {one.number})"


def _words(count: Counter[Tone]) -> str:
    return ", ".join(f"{count[tone]} {MEANINGS[tone]}" for tone in Tone if count[tone])
