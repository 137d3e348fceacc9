"""What an emergency disclosure asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import SUBSCRIBER
from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def subscriber_only(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 9(1)(b): a Party may declare that it does not execute requests for subscriber information alone."""
    if content.get("data") == [SUBSCRIBER]:
        yield Gap(
            "data",
            say("Data to be disclosed"),
            say(
                "Only subscriber information is asked for. Some Parties declared that they do not "
                "execute such requests under this Article: look at the country's declarations."
            ),
            "Article 9(1)(b), CETS 224",
        )
