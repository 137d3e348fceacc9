"""What voluntary disclosure asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.blocks.data import CONTENT
from comity.casework.rules.gap import Gap
from comity.kernel.words import say


def content_is_not_volunteered(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Hardly any provider gives content without an order of its own State."""
    if CONTENT in content.get("data", ()):
        yield Gap(
            "data",
            say("Data to be disclosed"),
            say(
                "Hardly any provider discloses content data without an order of its own State. Ask for "
                "preservation, and for the content by mutual assistance."
            ),
            "Practice",
        )
