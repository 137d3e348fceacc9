"""The drawings of the programme, each by the module that draws it."""

from __future__ import annotations

from enum import StrEnum


class Drawing(StrEnum):
    """The process that draws finds its module so."""

    GANTT = "comity.programme.adapters.charts.gantt"
