"""What a preservation request asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import TRAFFIC
from comity.casework.rules.gap import Gap
from comity.kernel.words import say

DOMESTIC_LIMIT_DAYS = 90
"""Article 16(2): a domestic order binds “up to a maximum of ninety days”, and may be renewed."""


def disclosure_needs_traffic_data(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 30 discloses traffic data that were preserved, so they must be among what is to be preserved."""
    if content.get("partial_disclosure") and "data" in content and TRAFFIC not in content["data"]:
        yield Gap(
            "partial_disclosure",
            say("Disclose enough traffic data to identify other providers and the path"),
            say(
                "Article 30 discloses preserved traffic data, but traffic data are not to be preserved. "
                "Tick traffic data in field 11, or untick this."
            ),
            "Article 30(1)",
        )


def days_above_domestic_limit(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """More than 90 days at once is beyond what many Parties can order."""
    if content.get("preservation_days", 0) > DOMESTIC_LIMIT_DAYS:
        yield Gap(
            "preservation_days",
            say("Preservation asked for, in days"),
            say(
                "Many Parties can order at most {domestic_limit_days} days at a time. Ask for "
                "{domestic_limit_days} now and extend later, unless you know that this Party can do more.",
                domestic_limit_days=DOMESTIC_LIMIT_DAYS,
            ),
            "Article 16(2)",
        )
