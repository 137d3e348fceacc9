"""Whether a value is in order for its field's shape, and the sentence if not. Decides nothing across fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

from comity.casework.rules.fields import FieldSpec, Shape
from comity.kernel.country import CountryCode
from comity.kernel.words import say

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\Z")
_TELEPHONE = re.compile(r"\+[0-9][0-9 ()./-]{4,}( ?(ext|x)\.? ?[0-9]+)?\Z", re.IGNORECASE)
_ZONES = available_timezones()

_ON_THEIR_CALENDAR = ("previous_", "preservation_", "asked_on")
"""Beginnings of the names of days that the other side's calendar showed: tomorrow may have begun there already."""


def blank(value: Any) -> bool:
    """Whether a value says nothing: absent, an unticked box, white space, or a list or period without content."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(blank(item) for item in value.values())
    if isinstance(value, list):
        return all(blank(item) for item in value)
    return value is None or value is False


def trouble(spec: FieldSpec, value: Any, today: date) -> str:
    """Why this value (not blank, of the right JSON type) is not in order, and what to do; empty where it is.

    Identifiers are not looked into here: see `casework.rules.identifiers`.
    """
    check = _CHECKS.get(spec.shape)
    return check(spec, value, today) if check else ""


def day(value: Any) -> date | None:
    """The day that “2026-03-01” names; None for anything else."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII):
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def _text(spec: FieldSpec, value: str, _today: date) -> str:
    over = len(value) - spec.longest
    return (
        say(
            "The text is {over} characters longer than the {longest} that fit. Shorten it.",
            over=over,
            longest=spec.longest,
        )
        if over > 0
        else ""
    )


def _email(spec: FieldSpec, value: str, today: date) -> str:
    if not _EMAIL.match(value.strip()):
        return say("“{value}” is not an e-mail address. Write it as name@example.org.", value=value.strip()[:80])
    return _text(spec, value, today)


def _telephone(spec: FieldSpec, value: str, today: date) -> str:
    if not _TELEPHONE.match(value.strip()):
        return say(
            "“{value}” cannot be dialled from abroad. Begin with + and the country's code.", value=value.strip()[:60]
        )
    return _text(spec, value, today)


def _zone(_spec: FieldSpec, value: str, _today: date) -> str:
    if value.strip() not in _ZONES:
        return say("“{value}” is not a time zone. Use a name such as Asia/Tbilisi.", value=value.strip()[:60])
    return ""


def _country(_spec: FieldSpec, value: str, _today: date) -> str:
    try:
        CountryCode(value)
    except ValueError as problem:
        return str(problem)
    return ""


def _date(spec: FieldSpec, value: str, today: date) -> str:
    found = day(value)
    if found is None:
        return say("“{value}” is not a day. Write year, month and day: 2026-03-31.", value=value.strip()[:40])
    ahead = timedelta(days=1) if spec.name.startswith(_ON_THEIR_CALENDAR) else timedelta()
    if spec.not_after_today and found > today + ahead:
        return say("{found} lies in the future. Give a day up to today, {today}.", found=found, today=today)
    if spec.not_before_today and found < today:
        return say("{found} has passed. Give today, {today}, or a later day.", found=found, today=today)
    return ""


def _period(spec: FieldSpec, value: dict[str, Any], today: date) -> str:
    ends = []
    for key, words in (("from", "first"), ("to", "last")):
        if blank(value.get(key)):
            return say("The {words} day is missing. Give both days; for a single day, give it twice.", words=words)
        if sentence := _date(spec, value[key], today):
            return sentence
        ends.append(day(value[key]))
    first, last = ends
    if first and last and last < first:
        return say("The last day, {last}, comes before the first, {first}. Exchange them.", last=last, first=first)
    return ""


def _number(spec: FieldSpec, value: int | str, _today: date) -> str:
    if isinstance(value, str):
        return say("“{value}” is not a whole number. Write it in digits.", value=value.strip()[:40])
    if spec.minimum is not None and value < spec.minimum:
        return say(
            "{value} is less than {minimum}, the least {article} allows. Give {minimum} or more.",
            value=value,
            minimum=spec.minimum,
            article=spec.article,
        )
    if spec.maximum is not None and value > spec.maximum:
        return say(
            "{value} is above {maximum}, more than can be asked for. Give {maximum} or less.",
            value=value,
            maximum=spec.maximum,
        )
    return ""


_CHECKS: dict[Shape, Callable[[FieldSpec, Any, date], str]] = {
    Shape.TEXT: _text,
    Shape.LONG_TEXT: _text,
    Shape.EMAIL: _email,
    Shape.TELEPHONE: _telephone,
    Shape.ZONE: _zone,
    Shape.COUNTRY: _country,
    Shape.DATE: _date,
    Shape.PERIOD: _period,
    Shape.NUMBER: _number,
}
