"""What a request that was made by voice already says: who asked, of whom, what, and which identifiers were named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.urgency import ROUTINE, URGENT
from comity.casework.rules.chips import recognised
from comity.casework.rules.declaration import Addressee, Kind

ORAL_CLOCK = "oral-confirmation"
MOST_IDENTIFIERS = 50
_WORDS = ("emergency_facts", "summary", "data_description", "assistance_description")
"""Fields that can hold what was said, the fittest first."""


def may_be_oral(kind: Kind) -> bool:
    """Whether one authority may ask another for this by voice: where its confirmation in writing is watched for."""
    return ORAL_CLOCK in kind.clocks and kind.addressee is Addressee.AUTHORITY


def content_of_call(
    kind: Kind, *, asking: str, asked: str, authority: str, function: str, said: str, urgent: bool, day: date
) -> dict[str, Any]:
    """The content that the call gives for a request of this kind; `authority` took it. `said` is kept word for word."""
    words = next((name for name in _WORDS if name in kind.fields), "")
    known: Mapping[str, Any] = {
        "date": day.isoformat(),
        "requesting_country": asking,
        "requesting_person": function,
        "requested_country": asked,
        "requested_authority": authority,
        "urgency": URGENT if urgent else ROUTINE,
        "urgency_reason": "Made by telephone as urgent." if urgent else "",
        "identifiers": [{"text": text} for text in identifiers_in(said)],
        words: said,
    }
    return {name: value for name, value in known.items() if name in kind.fields and value not in ("", [])}


def identifiers_in(said: str) -> tuple[str, ...]:
    """The identifiers that were named, in their one normal form."""
    return tuple(chip.text for chip in recognised(said).chips[:MOST_IDENTIFIERS])
