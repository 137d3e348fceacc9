"""What a request for interception asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def within_authorisation(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Nobody is intercepted abroad for longer than may be at home. Days in ISO 8601 compare as text."""
    last, until = content.get("collection_period", {}).get("to", ""), content.get("authorised_until", "")
    if last and until and last.strip() > until.strip():
        yield Gap(
            "authorised_until",
            say("Authorised until"),
            say(
                "The collection would last until {last}, but it is authorised until {until} only. "
                "Shorten the period in section 15, or have the decision prolonged first.",
                last=last.strip(),
                until=until.strip(),
            ),
            "Article 15(2)",
        )
