"""Whether a value is in order for its field's shape, and the sentence if not. Decides nothing across fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

from comity.casework.rules.fields import FieldSpec, Shape
from comity.kernel.country import CountryCode

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
    return f"The text is {over} characters longer than the {spec.longest} that fit. Shorten it." if over > 0 else ""


def _email(spec: FieldSpec, value: str, today: date) -> str:
    if not _EMAIL.match(value.strip()):
        return f"“{value.strip()[:80]}” is not an e-mail address. Write it as name@example.org."
    return _text(spec, value, today)


def _telephone(spec: FieldSpec, value: str, today: date) -> str:
    if not _TELEPHONE.match(value.strip()):
        return f"“{value.strip()[:60]}” cannot be dialled from abroad. Begin with + and the country's code."
    return _text(spec, value, today)


def _zone(_spec: FieldSpec, value: str, _today: date) -> str:
    if value.strip() not in _ZONES:
        return f"“{value.strip()[:60]}” is not a time zone. Use a name such as Asia/Tbilisi."
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
        return f"“{value.strip()[:40]}” is not a day. Write year, month and day: 2026-03-31."
    ahead = timedelta(days=1) if spec.name.startswith(_ON_THEIR_CALENDAR) else timedelta()
    if spec.not_after_today and found > today + ahead:
        return f"{found} lies in the future. Give a day up to today, {today}."
    if spec.not_before_today and found < today:
        return f"{found} has passed. Give today, {today}, or a later day."
    return ""


def _period(spec: FieldSpec, value: dict[str, Any], today: date) -> str:
    ends = []
    for key, words in (("from", "first"), ("to", "last")):
        if blank(value.get(key)):
            return f"The {words} day is missing. Give both days; for a single day, give it twice."
        if sentence := _date(spec, value[key], today):
            return sentence
        ends.append(day(value[key]))
    first, last = ends
    if first and last and last < first:
        return f"The last day, {last}, comes before the first, {first}. Exchange them."
    return ""


def _number(spec: FieldSpec, value: int | str, _today: date) -> str:
    if isinstance(value, str):
        return f"“{value.strip()[:40]}” is not a whole number. Write it in digits."
    if spec.minimum is not None and value < spec.minimum:
        return f"{value} is less than {spec.minimum}, the least {spec.article} allows. Give {spec.minimum} or more."
    if spec.maximum is not None and value > spec.maximum:
        return f"{value} is above {spec.maximum}, more than can be asked for. Give {spec.maximum} or less."
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
