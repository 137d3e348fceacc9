"""What the ledger says about follow-ups: every version word for word, since the ledger is their history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def follow_up_subject(name: str, number: str, country: str) -> str:
    """How the ledger names a follow-up: by list, recommendation and country."""
    return f"follow-up:{name}/{number}/{country}"


@dataclass(frozen=True, kw_only=True)
class FollowUpKept(Event):
    """Somebody said where a country stands with a recommendation."""

    name: ClassVar[str] = "follow-up-kept"
    version: int
    status: str
    responsible: str
    due: date | None
    evidence: str
    next_step: str
    activity: str
    source: str
