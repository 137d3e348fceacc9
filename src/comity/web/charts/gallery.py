"""Every chart by its name, as page and press look them up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.statistics.figures import Figures
from comity.web.charts import countries, missing, outcomes, requests, times


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` states the finding, `values` is what is drawn, `words` the same for whoever cannot see it. The press
    finds its `draw` in the module `drawn_by`."""

    title: Callable[[Figures], str]
    values: Callable[[Figures], list[dict[str, Any]]]
    words: Callable[[Figures], str]
    drawn_by: str


CHARTS = {
    name: Chart(module.title, module.values, module.words, module.__name__)
    for name, module in {
        "requests": requests,
        "times": times,
        "outcomes": outcomes,
        "countries": countries,
        "missing": missing,
    }.items()
}
