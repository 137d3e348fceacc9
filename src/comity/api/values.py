"""Values that several operations take: each written in one way only, so that no mistake is read as something else."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Sent(Schema):
    """A body: names that it does not have are refused, so that nothing is silently lost."""

    model_config = ConfigDict(extra="forbid")


def _moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        return datetime.fromisoformat(value.upper())
    raise ValueError("this is not a moment with a zone: write it as 2026-03-02T14:00:00+04:00 (RFC 3339)")


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError("this is not a day: write it as 2026-03-02")


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A moment with its zone (RFC 3339)."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written as year, month and day."""

Country = Annotated[str, Field(pattern="^[A-Z]{2}$", description="Two letters (ISO 3166-1).", examples=["UA"])]
"""A country's code."""


def said(longest: int) -> Any:
    """A text that must say something, with at most so many characters; the action refuses an empty one in words."""
    return Field(max_length=longest, json_schema_extra={"minLength": 1})
