"""What a request for stored data asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import CONTENT
from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def content_needs_decision(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Most Parties order content data only where a court of the requesting side has decided, or could have."""
    if CONTENT in content.get("data", ()) and "decision" not in content:
        yield Gap(
            "decision",
            say("Decision of a court or prosecutor"),
            say(
                "Content data are asked for without a decision of a court or prosecutor. Most Parties "
                "want to see one: name it if there is one."
            ),
            "Article 15",
        )


def content_needs_period(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """A request without a limit in time is not proportionate, and comes back."""
    if content.get("data") and "data_period" not in content:
        yield Gap(
            "data_period",
            say("Period that the data cover"),
            say(
                "No period is given, so the request reaches all data that exist. Proportionality asks "
                "for a limit: give the first and the last day."
            ),
            "Article 15(1)",
        )
