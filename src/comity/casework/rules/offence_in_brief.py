"""The offence that a request is about, in one line for lists of cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.casework.rules.blocks.offence import OFFENCES, OTHER

LONGEST = 300


def offence_in_brief(content: Mapping[str, Any]) -> str:
    """The offences ticked, in the order of the Convention, then the other that is named; empty where none is.

    Takes any content, however odd, without raising. At most LONGEST characters.
    """
    ticked = content.get("offences")
    chosen = ticked if isinstance(ticked, list) else []
    named = [choice.label for choice in OFFENCES if choice.value != OTHER and choice.value in chosen]
    other = content.get("offence_other")
    if isinstance(other, str) and other.strip():
        named.append(" ".join(other.split()))
    brief = "; ".join(named)
    return brief if len(brief) <= LONGEST else f"{brief[: LONGEST - 2]} …"
