"""A clock's rule in words: its article, and how its end was computed. Draws no conclusion."""

from __future__ import annotations

from datetime import date, datetime

from comity.atlas.rules.packs.clock_rules import ClockBasis, ClockRule, Start
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.length import Span


def article_words(rule: ClockRule) -> str:
    """“Article 29(7)” for a clock of law; what a clock rests on otherwise."""
    if rule.basis is ClockBasis.LAW:
        return f"Article {rule.article}"
    return "As they said" if rule.basis is ClockBasis.TOLD else "Practice"


def how_words(rule: ClockRule, start: Start, moment: datetime, day: date, period: Span, calendar: Calendar) -> str:
    """How the end was found: “60 days after 7 October 2026, when the request was sent, counted in Asia/Tbilisi.”"""
    moved = _moved(period, calendar)
    if not period.words:
        return f"The day that was named when {start.told}, to its end in {_place(calendar)}.{moved}"
    if period.words.endswith(("hour", "hours")):
        return f"{period.words} after {moment:%H:%M} UTC on {_day(moment.date())}, when {start.told}."
    counted = (
        f"{period.words} after {_day(day)}, when {start.told}, to the end of the last day in {_place(calendar)}; the "
        f"first day is not counted.{moved}"
    )
    if calendar.holidays is None and (rule.end_moves or "working" in period.words):
        return f"{counted} Public holidays there are not known here: only Saturdays and Sundays were left out."
    return counted


def _moved(period: Span, calendar: Calendar) -> str:
    if period.moved_from is None:
        return ""
    return (
        f" {_day(period.moved_from)} is a day off in {_place(calendar)}, so it ends with the next working day, "
        f"{_day(period.last)}."
    )


def _place(calendar: Calendar) -> str:
    """“Kyiv” for “Europe/Kyiv”."""
    return calendar.zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
