"""What a request for interception asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap


def within_authorisation(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Nobody is intercepted abroad for longer than may be at home. Days in ISO 8601 compare as text."""
    last, until = content.get("collection_period", {}).get("to", ""), content.get("authorised_until", "")
    if last and until and last.strip() > until.strip():
        yield Gap(
            "authorised_until",
            "Authorised until",
            f"The collection would last until {last.strip()}, but it is authorised until {until.strip()} only. Shorten "
            "the period in section 15, or have the decision prolonged first.",
            "Article 15(2)",
        )
