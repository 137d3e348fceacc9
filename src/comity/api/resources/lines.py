"""What several resources show: a request as one line, a clock, a sentence of the story."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Path, Schema
from pydantic import Field

from comity.casework.rules.clocks.clock import ClockState
from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import State

Reference = Annotated[
    str, Path(..., max_length=30, description="As the node gave it; capitals or not.", example="GE-2026-00042")
]
"""A case's or a request's reference, in an address."""


class Clock(Schema):
    """A clock; moments in UTC. `ours`: it is on us to act. `basis` is “law”, “told” or “practice”; `source` is its rule
    in a sentence, `how` what the end was computed from."""

    rule: str
    name: str
    state: ClockState
    ours: bool
    basis: str
    article: str
    instrument: str
    starts: datetime
    ends: datetime
    zone: str = Field(description="The zone in which its last day ends.")
    days_left: int
    source: str
    pinpoint: str
    confidence: str
    how: str
    assumption: str = Field(description="What is taken for granted, where the law or the facts leave it open.")
    next_step: str
    held_since: datetime | None
    stopped_at: datetime | None


class Line(Schema):
    """A request without its content; times in UTC. `their_reference` is the other side's number."""

    reference: str
    case_reference: str
    case_title: str
    kind: str
    kind_label: str
    state: State
    state_label: str
    requested_country: str
    requested_authority: str
    direction: Direction
    counterpart_name: str = Field(description="The other side's country.")
    their_reference: str
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
