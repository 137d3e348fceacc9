"""A clock's rule in words: its article, and how its end was computed. Draws no conclusion."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from comity.atlas.rules.packs.clock_rules import ClockBasis, ClockRule
from comity.casework.rules.clocks.counting import Counting
from comity.kernel.day_words import day_words, place_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count


def article_words(rule: ClockRule) -> str:
    """“Article 29(7)” for a clock of law; what a clock rests on otherwise."""
    if rule.basis is ClockBasis.LAW:
        return f"Article {rule.article}"
    return noted("As they said") if rule.basis is ClockBasis.TOLD else noted("Practice")


def how_words(counted: Counting) -> str:
    """How the end was found: “60 days after 7 October 2026, when the request was sent, counted in Asia/Tbilisi.”"""
    sentences = [_begun(counted)]
    if counted.moved_from is not None:
        sentences.append(
            say(
                "{day} is a day off in {place}, so it ends with the next working day, {last}.",
                day=day_words(counted.moved_from),
                place=_place(counted),
                last=day_words(counted.last),
            )
        )
    if counted.holidays_unknown:
        sentences.append(say("Public holidays there are not known here: only Saturdays and Sundays were left out."))
    return " ".join(sentences)


def _begun(counted: Counting) -> str:
    told, day, place, number = said(counted.told), day_words(counted.day), _place(counted), counted.number
    match counted.unit:
        case "hour":
            return say_count(
                "{count} hour after {time} UTC on {day}, when {told}.",
                "{count} hours after {time} UTC on {day}, when {told}.",
                number,
                time=f"{counted.moment:%H:%M}",
                day=day_words(counted.moment.date()),
                told=told,
            )
        case "day":
            return say_count(
                "{count} day after {day}, when {told}, to the end of the last day in {place}; the first day is not "
                "counted.",
                "{count} days after {day}, when {told}, to the end of the last day in {place}; the first day is not "
                "counted.",
                number,
                day=day,
                told=told,
                place=place,
            )
        case "working day":
            return say_count(
                "{count} working day after {day}, when {told}, to the end of the last day in {place}; the first day is "
                "not counted.",
                "{count} working days after {day}, when {told}, to the end of the last day in {place}; the first day "
                "is not counted.",
                number,
                day=day,
                told=told,
                place=place,
            )
        case "month":
            return say_count(
                "{count} month after {day}, when {told}, to the end of the last day in {place}; the first day is not "
                "counted.",
                "{count} months after {day}, when {told}, to the end of the last day in {place}; the first day is not "
                "counted.",
                number,
                day=day,
                told=told,
                place=place,
            )
        case _:
            return say("The day that was named when {told}, to its end in {place}.", told=told, place=place)


def _place(counted: Counting) -> str:
    """“Kyiv” for “Europe/Kyiv”."""
    return place_words(ZoneInfo(counted.zone))
