"""A project's states and its levels of results. Knows no database and no money."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class ProjectState(StrEnum):
    """Where a project stands, worked out from its days."""

    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return self.value


class Level(StrEnum):
    """What a line of the results framework is: what the project expects, or what it makes to get there."""

    RESULT = "result"
    OUTPUT = "output"

    @property
    def label(self) -> str:
        return {"result": "expected result", "output": "output"}[self]


class Direction(StrEnum):
    """Which way an indicator is to go."""

    UP = "up"
    DOWN = "down"

    @property
    def label(self) -> str:
        return {"up": "more is better", "down": "less is better"}[self]


def state_of(starts: date, ends: date, today: date) -> ProjectState:
    """`ends` is the project's last day."""
    if today < starts:
        return ProjectState.PLANNED
    return ProjectState.RUNNING if today <= ends else ProjectState.ENDED


def gone(starts: date, ends: date, today: date) -> float:
    """The share of its days that are behind it, 0 to 1."""
    days = (ends - starts).days + 1
    return min(1.0, max(0.0, (today - starts).days / days))
