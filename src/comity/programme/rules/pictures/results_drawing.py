"""The modules that draw a results framework, by their names."""

from __future__ import annotations

from enum import StrEnum


class ResultsDrawing(StrEnum):
    COURSE = "comity.programme.adapters.charts.course"
    THEORY = "comity.programme.adapters.charts.theory"
