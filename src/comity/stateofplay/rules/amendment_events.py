"""What the ledger says about draft amendments: steps with their days, and digests of the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def amendment_subject(number: int) -> str:
    """How the ledger names a draft amendment."""
    return f"amendment:{number}"


@dataclass(frozen=True, kw_only=True)
class AmendmentStarted(Event):
    """Somebody began a working document on a gap."""

    name: ClassVar[str] = "amendment-started"
    country: str
    article: str


@dataclass(frozen=True, kw_only=True)
class AmendmentEdited(Event):
    """`digest` is over what is missing, the wording, the bill, the remarks and the checks."""

    name: ClassVar[str] = "amendment-edited"
    version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class AmendmentMoved(Event):
    """It came to `state` on `day`; remark and source are kept as written."""

    name: ClassVar[str] = "amendment-moved"
    state: str
    day: date
    remark: str
    source: str
