"""What the ledger says about how people keep their lists. Never what they look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


def filter_subject(key: int) -> str:
    """How the ledger names a saved filter."""
    return f"filter:{key}"


@dataclass(frozen=True, kw_only=True)
class FilterSaved(Event):
    """Somebody keeps a filter of the list of requests, or replaced what is kept under its name."""

    name: ClassVar[str] = "filter-saved"


@dataclass(frozen=True, kw_only=True)
class FilterRenamed(Event):
    """It has another name now."""

    name: ClassVar[str] = "filter-renamed"


@dataclass(frozen=True, kw_only=True)
class FilterDeleted(Event):
    """It is kept no longer."""

    name: ClassVar[str] = "filter-deleted"
