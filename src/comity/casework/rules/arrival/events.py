"""What the ledger says about a file that arrived: its digest and size, never its name or words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from comity.ledger.rules.event import Event


def arrival_subject(identity: UUID) -> str:
    """How the ledger names what arrived."""
    return f"arrival:{identity}"


@dataclass(frozen=True, kw_only=True)
class ArrivalKept(Event):
    """A file is kept as it came; `digest` is over its bytes, `medium` says what it is."""

    name: ClassVar[str] = "arrival-kept"
    digest: str
    size: int
    medium: str
