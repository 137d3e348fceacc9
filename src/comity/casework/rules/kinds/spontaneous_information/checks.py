"""What spontaneous information asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def conditions_come_first(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 26(2): conditions are asked for before the information is given, and bind once they are accepted."""
    if content.get("conditions_set") and not content.get("conditions_accepted"):
        yield Gap(
            "conditions_accepted",
            say("The receiving side has accepted the conditions"),
            say(
                "There are conditions, but nothing says that they were accepted. Ask first, and send the "
                "information once they are; a condition that nobody accepted may not bind."
            ),
            "Article 26(2)",
        )
