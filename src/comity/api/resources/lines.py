"""What several resources show: a request as one line, a clock, a sentence of the story."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Path, Schema
from pydantic import Field

Reference = Annotated[
    str, Path(..., max_length=30, description="As the node gave it; capitals or not.", example="GE-2026-00042")
]
"""A case's or a request's reference, in an address."""


class Clock(Schema):
    """A clock that the law sets; moments in UTC."""

    name: str
    article: str
    starts: datetime
    ends: datetime
    zone: str = Field(description="The zone in which its last day ends.")
    days_left: int
    source: str
    assumption: str = Field(description="What is taken for granted, where the law or the facts leave it open.")


class Line(Schema):
    """A request without its content; times in UTC."""

    reference: str
    case_reference: str
    case_title: str
    kind: str
    kind_label: str
    state: str
    state_label: str
    requested_country: str
    requested_authority: str
    urgent: bool
    changed_at: datetime
    changed_by: str


class Story(Schema):
    """One line of the story; `reason` is in somebody's own words."""

    at: datetime
    who: str
    sentence: str
    name: str = Field(description="The event's name in the ledger.")
    subject: str
    reason: str
