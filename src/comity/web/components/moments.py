"""Moments and ages in words, each with its place: “6 Dec, 18:00 Tbilisi”. Knows no deadline and no article."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from comity.kernel.day_words import day_words, place_words, short_day_words
from comity.kernel.words import say, say_count

_YEAR, _MONTH = 365, 30


def place_of(zone: tzinfo) -> str:
    """The city that a time zone is named after (“Asia/Tbilisi” is Tbilisi); UTC and fixed offsets by their name."""
    return place_words(zone)


def day_in_words(day: date) -> str:
    """“6 December 2026”."""
    return day_words(day)


def moment_in_words(moment: datetime, zone: tzinfo, *, now: datetime) -> str:
    """“6 Dec, 18:00 Tbilisi”, with the year where it is not the current one. `moment` and `now` are aware."""
    there = moment.astimezone(zone)
    day = short_day_words(there.date(), year=there.year != now.astimezone(zone).year)
    return f"{day}, {there:%H:%M} {place_of(zone)}"


def length_in_words(length: timedelta) -> str:
    """A positive length, in the largest unit that still counts two: “12 days”, “30 hours”, “45 minutes”. Rounds down,
    so that nobody is promised time there isn't."""
    minutes = int(length.total_seconds() // 60)
    if minutes >= 2 * 24 * 60:
        return say_count("{count} day", "{count} days", minutes // (24 * 60))
    if minutes >= 2 * 60:
        return say_count("{count} hour", "{count} hours", minutes // 60)
    return say_count("{count} minute", "{count} minutes", minutes)


def age_in_words(day: date, today: date) -> str:
    """How long ago `day` was, in its largest unit: “9 years ago”, “today”."""
    days = (today - day).days
    if days == 0:
        return say("today")
    if days < 0:
        return say_count("in {count} day", "in {count} days", -days)
    if days >= _YEAR:
        return say_count("{count} year ago", "{count} years ago", days // _YEAR)
    if days >= _MONTH:
        return say_count("{count} month ago", "{count} months ago", days // _MONTH)
    return say_count("{count} day ago", "{count} days ago", days)
