"""How requests ended, or how they stand."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.statistics.figures import Figures
from comity.casework.rules.statistics.findings import lines_in_words, outcomes_finding
from comity.documents.adapters.pictures.look import Look
from comity.web.charts.ranked import bars, ranked

title = outcomes_finding


def values(found: Figures) -> list[dict[str, Any]]:
    return bars(found.outcomes, found.asked)


def words(found: Figures) -> str:
    return lines_in_words(found.outcomes)


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    return ranked(shown, look, "Requests")
