"""What requests lacked, most often first."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.statistics.figures import Figures
from comity.casework.rules.statistics.findings import lines_in_words, missing_finding
from comity.documents.adapters.pictures.look import Look
from comity.web.charts.ranked import bars, ranked

title = missing_finding


def values(found: Figures) -> list[dict[str, Any]]:
    return bars(found.missing, found.asked)


def words(found: Figures) -> str:
    return lines_in_words(found.missing)


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    return ranked(shown, look, "Requests that lacked it")
