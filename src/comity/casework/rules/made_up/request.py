"""A made-up request before its story: what it is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from comity.casework.rules.direction import Direction
from comity.kernel.digest import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp:
    """`follows` is the reference of the request before it in its case, empty where it is the first. `patience` is how
    many days the other side takes for a step, on the whole; `document` what was signed, should it come to that;
    `written` is the content as canonical JSON."""

    reference: str
    case: str
    kind: str
    direction: Direction
    counterpart: str
    zone: str
    content: dict[str, Any]
    written: str
    digest: Digest
    born: datetime
    follows: str
    document: UUID
    preserves: bool
    expects_answer: bool
    patience: float

    @property
    def subject(self) -> str:
        return f"request:{self.reference}"
