"""A period of an indicator, its target and its actual: days in order, no two periods over one day, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.figure import kept, written
from comity.programme.rules.project import Direction
from comity.programme.rules.texts import text

Days = tuple[date, date]
FIRST, LAST = date(1990, 1, 1), date(2099, 12, 31)
"""Days outside are slips of the keyboard."""


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """`ends` is the last day; no target is not known yet."""

    starts: date
    ends: date
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ActualWords:
    """What was reached by the end of a period, what shows it, and where that is written. No actual is not known."""

    actual: Decimal | None
    evidence: str = ""
    source: str = ""


def checked_period(
    words: PeriodWords, others: Iterable[Days], direction: Direction, baseline: Decimal | None
) -> PeriodWords:
    """Raises Refused with the field; `others` are the days of the indicator's other periods."""
    if words.ends < words.starts:
        raise Refused(
            "ends",
            say(
                "The period ends on {ends}, before it begins on {starts}.",
                ends=_day(words.ends),
                starts=_day(words.starts),
            ),
        )
    for field, day in (("starts", words.starts), ("ends", words.ends)):
        if not FIRST <= day <= LAST:
            raise Refused(
                field,
                say("Check the year: a day from {first} to {last} is expected.", first=FIRST.year, last=LAST.year),
            )
    for starts, ends in others:
        if words.starts <= ends and starts <= words.ends:
            raise Refused(
                "starts",
                say(
                    "This overlaps with the period from {starts} to {ends}. "
                    "Choose other days, or change that period first.",
                    starts=_day(starts),
                    ends=_day(ends),
                ),
            )
    target = kept("target", words.target)
    if target is not None and baseline is not None:
        wrong = target < baseline if direction is Direction.UP else target > baseline
        if wrong:
            raise Refused(
                "target",
                _wrong_side(direction).format(target=written(target), baseline=written(baseline)),
            )
    return PeriodWords(words.starts, words.ends, target)


def checked_actual(words: ActualWords, starts: date, today: date) -> ActualWords:
    """Raises Refused with the field; `starts` is the period's first day."""
    evidence, source = text("evidence", words.evidence), text("source", words.source)
    actual = kept("actual", words.actual)
    if actual is not None:
        if starts > today:
            raise Refused(
                "actual",
                say("The period begins on {starts}: nothing can have been reached in it yet.", starts=_day(starts)),
            )
        if not evidence:
            raise Refused("evidence", say("Say what shows this figure: the list, the report, the law."))
        if not source:
            raise Refused("source", say("This figure has no source. Name the document or register it is taken from."))
    return ActualWords(actual, evidence, source)


def _wrong_side(direction: Direction) -> str:
    if direction is Direction.UP:
        return say("The target {target} lies below the baseline {baseline}, though more is better.")
    return say("The target {target} lies above the baseline {baseline}, though less is better.")


def _day(day: date) -> str:
    return day_words(day)
