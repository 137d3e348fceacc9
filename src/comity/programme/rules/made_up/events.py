"""What the ledger says about a made-up programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event

SUBJECT = "programme:made-up"


@dataclass(frozen=True, kw_only=True)
class ProgrammeMadeUp(Event):
    """Projects were made up for load tests: nothing of them is real."""

    name: ClassVar[str] = "programme-made-up"
    projects: int
    activities: int
    seed: int
