"""How much a made-up programme holds, and how it is spread: one project is far larger than all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

LARGE_SHARE = 0.03
"""Of all activities, the share that the first project has beside its even part."""
RESULTS, OUTPUTS = 3, 2
LARGE_INDICATORS, LARGE_PERIODS = 20, 20
"""The first project's results framework has four hundred periods."""
PERIODS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """`officer` is the number of the user who did it all; `first` counts on from projects made up before."""

    projects: int
    activities: int
    now: datetime
    officer: int
    first: int = 1
    participations: int = 0

    @property
    def today(self) -> date:
        return self.now.date()

    def activities_of(self, number: int) -> int:
        """Of the project of this number, counted from one. Together they are `activities`."""
        large = int(self.activities * LARGE_SHARE) if self.projects > 1 else 0
        even, left = divmod(self.activities - large, self.projects)
        return even + (number <= left) + (large if number == 1 else 0)

    def participations_of(self, number: int) -> int:
        """At the activities of this project. Together they are `participations`, where every project has activities."""
        even, left = divmod(self.participations, self.projects)
        return even + (number <= left)
