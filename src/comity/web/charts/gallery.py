"""Every chart by its name, as page and press look them up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.statistics.figures import Figures
from comity.web.charts import countries, missing, outcomes, reform_effects, requests, times
from comity.web.charts.look import Look


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` states the finding, `values` is what is drawn, `words` the same for whoever cannot see it. Only `draw`
    needs the engine: it runs in the press."""

    title: Callable[[Figures], str]
    values: Callable[[Figures], list[dict[str, Any]]]
    words: Callable[[Figures], str]
    draw: Callable[[list[dict[str, Any]], Look], Any]


CHARTS = {
    name: Chart(module.title, module.values, module.words, module.draw)
    for name, module in {
        "requests": requests,
        "times": times,
        "outcomes": outcomes,
        "countries": countries,
        "missing": missing,
    }.items()
}

DRAWN: dict[str, Callable[[list[dict[str, Any]], Look], Any]] = {
    **{name: chart.draw for name, chart in CHARTS.items()},
    "reform-effects": reform_effects.draw,
}
"""Everything the press can draw: the statistics' charts, and those of other pages."""
