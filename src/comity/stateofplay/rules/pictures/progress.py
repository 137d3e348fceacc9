"""Assessments of a country over time: how many of its answers said what, a bar an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.kernel.day_words import day_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, capital

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
    Tone.GOOD: noted("in full, or yes"),
    Tone.PART: noted("in part, or draft"),
    Tone.GAP: noted("none, or no"),
    Tone.UNKNOWN: noted("not known"),
}
NOTE = noted("Counted are questions about a level or a status. Names, texts and counts have no better and worse.")


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
            {"label": name, "tone": tone, "meaning": said(MEANINGS[tone]), "count": count[tone]}
            for name, count in counted.items()
            for tone in Tone
            if count[tone]
        ],
        drawing=Drawing.BARS,
        table=Table(
            say("Answers by assessment"),
            (say("Assessment"), *(capital(said(MEANINGS[tone])) for tone in Tone)),
            tuple((name, tuple(str(count[tone]) for tone in Tone)) for name, count in counted.items()),
            said(NOTE),
        ),
    )


def _finding(country: str, counted: list[tuple[str, Counter[Tone]]]) -> str:
    if not counted:
        return say("No assessment of {country} is signed off", country=country)
    (first, then), (last, now) = counted[0], counted[-1]
    whole = sum(now.values())
    if first == last:
        return say(
            "{country}, {last}: {good} of {whole} answers are in full, or yes",
            country=country,
            last=last,
            good=now[Tone.GOOD],
            whole=whole,
        )
    return say(
        "{country}, {last}: {good} of {whole} answers are in full, or yes; {first}: {then}",
        country=country,
        last=last,
        good=now[Tone.GOOD],
        whole=whole,
        first=first,
        then=then[Tone.GOOD],
    )


def _named(one: Judged) -> str:
    return say("{day} (no. {number})", day=day_words(one.as_of), number=one.number)


def _words(count: Counter[Tone]) -> str:
    return ", ".join(f"{count[tone]} {said(MEANINGS[tone])}" for tone in Tone if count[tone])
