"""What a refusal or postponement asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def partial_first(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 27(6): before refusing or postponing, consider granting in part or under conditions."""
    if content.get("decided") and not content.get("partial_considered"):
        yield Gap(
            "partial_considered",
            say("Granting it in part, or under conditions, was considered"),
            say(
                "Before a refusal or postponement, granting the request in part or under conditions is "
                "to be considered. Consider it, and tick this."
            ),
            "Article 27(6)",
        )
