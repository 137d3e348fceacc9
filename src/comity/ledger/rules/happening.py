"""An entry without its seals: what figures and other derived values are computed from, in large numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Happening:
    """What was recorded about `subject`, when (`at`, UTC), under which number. Not for whoever verifies: no digests."""

    sequence: int
    at: datetime
    name: str
    subject: str
    payload: dict[str, Any]
