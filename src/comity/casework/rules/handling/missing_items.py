"""What an incoming request lacks, as items of the closed list that “Ask for more information” offers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.casework.rules.blocks.missing import MISSING_ITEMS
from comity.casework.rules.gap import Gap

_BY_FIELD = {
    "data_period": "period",
    "collection_period": "period",
    "summary": "facts",
    "relation": "facts",
    "emergency_facts": "facts",
    "emergency_link": "facts",
    "danger": "facts",
    "offences": "offence",
    "offence_other": "offence",
    "legal_qualification": "offence",
    "penalties": "offence",
    "legal_basis": "legal-basis",
    "decision": "legal-basis",
    "issued_by": "legal-basis",
    "data": "data-description",
    "data_description": "data-description",
    "subscriber_items": "data-description",
    "necessity": "necessity",
    "urgency": "necessity",
    "urgency_reason": "necessity",
    "subsidiarity": "necessity",
    "assistance_intended": "intention",
}
_BY_PREFIX = {"requesting_": "authority", "confirmation_": "authority", "investigating_": "authority"}
_WORDS = ((r"\bzone\b", "time-zone"), (r"\bport\b", "port"))


def missing_items(gaps: Iterable[Gap], *, signed: bool = True) -> tuple[str, ...]:
    """Values of `MISSING_ITEMS` for the gaps of an incoming request, in the list's order; `signed`: proven genuine."""
    found = {item for gap in gaps if (item := _item(gap))} | (set() if signed else {"signature"})
    return tuple(choice.value for choice in MISSING_ITEMS if choice.value in found)


def _item(gap: Gap) -> str:
    if gap.field == "identifiers":
        return next((item for word, item in _WORDS if re.search(word, gap.sentence)), "identifiers")
    prefix = next((item for start, item in _BY_PREFIX.items() if gap.field.startswith(start)), "")
    return _BY_FIELD.get(gap.field, prefix)
