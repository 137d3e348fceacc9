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
    if not period.words:
        return f"The day that was named when {start.told}, to its end in {_place(calendar)}."
    if period.words.endswith(("hour", "hours")):
        return f"{period.words} after {moment:%H:%M} UTC on {_day(moment.date())}, when {start.told}."
    moved = " An end on a day off moves to the next working day." if rule.end_moves else ""
    return (
        f"{period.words} after {_day(day)}, when {start.told}, to the end of the last day in {_place(calendar)}; the "
        f"first day is not counted.{moved}"
    )


def _place(calendar: Calendar) -> str:
    """“Kyiv” for “Europe/Kyiv”."""
    return calendar.zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
