"""Requests by country of the other side."""

from __future__ import annotations

from typing import Any

from comity.casework.rules.statistics.figures import Figures
from comity.casework.rules.statistics.findings import countries_finding, lines_in_words
from comity.documents.adapters.pictures.look import Look
from comity.web.charts.ranked import bars, ranked

title = countries_finding


def values(found: Figures) -> list[dict[str, Any]]:
    return bars(found.countries, found.asked)


def words(found: Figures) -> str:
    return lines_in_words(found.countries)


def draw(shown: list[dict[str, Any]], look: Look) -> Any:
    return ranked(shown, look, "Requests")
