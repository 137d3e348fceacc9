"""What a meeting decides and recommends, and the list of recommendations that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from comity.kernel.confidence import Confidence

LONGEST = 4000
SOURCES = "sources/meetings"
"""The node's own pack with the meetings that its recommendations come from."""


class DecisionKind(StrEnum):
    """A decision binds the project; a recommendation asks something of countries, and is followed up."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"

    @property
    def label(self) -> str:
        return self.value


def list_name(project: str, activity: str) -> str:
    """The id of the list of a meeting's recommendations."""
    return f"{project}-{activity}"


def recommendation_list(
    name: str, meeting: str, by: str, adopted: date, said: Iterable[tuple[str, str]], checked: date
) -> dict[str, Any]:
    """The content of a pack of recommendations: numbers and words, each with the meeting as its source."""
    return {
        "recommendations": {
            "id": name,
            "title": meeting,
            "by": by,
            "adopted": adopted.isoformat(),
            "recommendations": [
                {
                    "number": number,
                    "says": words,
                    "source": name,
                    "at": f"recommendation {number}",
                    "checked": checked.isoformat(),
                    "confidence": Confidence.HIGH.value,
                }
                for number, words in said
            ],
        }
    }
