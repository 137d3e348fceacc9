"""One thing that happens in a made-up story: when, who did it, where the request then stands, what is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from comity.casework.rules.transitions import State
from comity.ledger.rules.event import Event


class Hand(StrEnum):
    """Who had a hand in it."""

    DRAFTER = "drafter"
    APPROVER = "approver"
    DUTY = "duty"
    NODE = "node"


@dataclass(frozen=True, slots=True)
class Told:
    """`state` is None where the step changes none."""

    at: datetime
    hand: Hand
    state: State | None
    event: Event
