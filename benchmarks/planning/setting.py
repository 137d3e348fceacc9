"""The settings in which the planner and its peers are compared: worlds, days, urgent or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.snapshot import Snapshot
from planning import world

OTHER_DAYS = (date(1999, 1, 1), date(2017, 6, 16))
"""Before the Convention, and the day of the overview that the packs begin with."""

SEEDS = (185, 224)


class Setting(NamedTuple):
    """A world on a day, for urgent cases or for others."""

    name: str
    snapshot: Snapshot
    day: date
    urgent: bool

    @property
    def law(self) -> Law:
        return self.snapshot.on(self.day)

    def __str__(self) -> str:
        return f"{self.name}, {self.day}, {'urgent' if self.urgent else 'not urgent'}"


def settings(snapshot: Snapshot, day: date) -> Iterator[Setting]:
    """The first is the one to be timed. The shaken worlds have every sort of missing, uncertain and disputed fact."""
    for urgent in (True, False):
        for when in (day, *OTHER_DAYS):
            yield Setting("cloned from the packs", snapshot, when, urgent)
        for seed in SEEDS:
            yield Setting(f"shaken with seed {seed}", world.shaken(snapshot, seed), day, urgent)
