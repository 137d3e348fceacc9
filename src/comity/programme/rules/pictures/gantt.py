"""Activities over time, a bar each: as exactly as their time is known. What was cancelled is left to the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.packs.overview import Precision
from comity.kernel.day_words import month_words
from comity.kernel.languages import ENGLISH
from comity.kernel.sayable import said
from comity.kernel.words import say, say_count, spoken
from comity.programme.rules.activity import ActivityState, when
from comity.programme.rules.pictures.counts import counting
from comity.programme.rules.pictures.drawing import Drawing
from comity.stateofplay.rules.pictures.picture import Picture, Table, Tone, capital

MOST = 40
"""Bars that the chart shows; the table shows all."""
EXACT, ROUGH = "known to the day", "known to the month only"


@dataclass(frozen=True, slots=True)
class Bar:
    """An activity as the chart needs it."""

    title: str
    starts: date
    ends: date
    precision: Precision
    unconfirmed: bool
    state: ActivityState
    unaccounted: bool
    where: str

    @property
    def when(self) -> str:
        return when(self.starts, self.ends, self.precision)

    @property
    def stands(self) -> str:
        notes = (
            say("unconfirmed") if self.unconfirmed else "",
            say("outcome not known") if self.unaccounted else "",
        )
        return ", ".join(filter(None, (said(self.state.label), *notes)))


def gantt(bars: Sequence[Bar], today: date) -> Picture:
    """In the order of `bars`; `today` is marked where it lies within."""
    live = [bar for bar in bars if bar.state is not ActivityState.CANCELLED]
    shown = live[:MOST]
    first = min((bar.starts for bar in shown), default=today)
    last = max((bar.ends for bar in shown), default=today)
    return Picture(
        name="activities",
        title=finding(live),
        words="; ".join(f"{bar.title}: {bar.when}, {bar.stands}" for bar in shown),
        values=[
            {
                "label": bar.title,
                "from": bar.starts.isoformat(),
                "to": bar.ends.isoformat(),
                "tone": (Tone.GOOD if bar.precision is Precision.DAY else Tone.PART).value,
                "meaning": EXACT if bar.precision is Precision.DAY else ROUGH,
                "doubted": bar.unconfirmed,
                "today": today.isoformat() if first <= today <= last else "",
            }
            for bar in shown
        ],
        drawing=Drawing.GANTT,
        table=Table(
            say("Activities in the order of their days"),
            (say("Activity"), say("When"), say("Where"), say("State")),
            tuple((bar.title, (bar.when, bar.where or say("not known"), bar.stands)) for bar in bars),
            _note(len(live)),
        ),
    )


def finding(bars: Sequence[Bar]) -> str:
    """How many, when, and how exactly one knows, in a sentence that is true of them."""
    if not bars:
        return say("No activity is planned")
    rough = sum(bar.precision is not Precision.DAY for bar in bars)
    doubted = sum(bar.unconfirmed for bar in bars)
    starts, ends = min(bar.starts for bar in bars), max(bar.ends for bar in bars)
    first = _between(len(bars), starts, ends)
    parts = [_rough(rough, len(bars)), _unconfirmed(doubted) if doubted else ""]
    return capital(", ".join(filter(None, (first, *parts))))


def _between(count: int, starts: date, ends: date) -> str:
    if (starts.year, starts.month) == (ends.year, ends.month):
        return say_count(
            "{number} activity in {month}",
            "{number} activities in {month}",
            count,
            number=counting(count),
            month=month_words(ends),
        )
    short = spoken() == ENGLISH.code and starts.year == ends.year
    return say_count(
        "{number} activity from {first} to {last}",
        "{number} activities from {first} to {last}",
        count,
        number=counting(count),
        first=f"{starts:%B}" if short else month_words(starts),
        last=month_words(ends),
    )


def _unconfirmed(count: int) -> str:
    return say_count("{number} unconfirmed", "{number} unconfirmed", count, number=counting(count))


def _rough(rough: int, whole: int) -> str:
    if not rough:
        return ""
    if rough == whole:
        return say("known to the month only") if whole == 1 else say("all known to the month only")
    return say_count(
        "{number} known to the month only", "{number} known to the month only", rough, number=counting(rough)
    )


def _note(live: int) -> str:
    cut = say("The chart shows the first {count} of {all}.", count=MOST, all=f"{live:,}")
    plain = say("A pale bar covers the whole months in which something takes place: its days are not known.")
    return f"{plain} {cut}" if live > MOST else plain
