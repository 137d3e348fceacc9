"""People trained, counted from attendance as this node keeps it. Where none was marked, the figure is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.programme.queries.measures.measure import Measure, Scope
from comity.programme.queries.people_trained import attendance_marked, people_trained


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:
    """Nobody marked, as attended or absent: not known."""
    if not attendance_marked(starts, ends, project=scope.project):
        return None
    return Decimal(people_trained(starts, ends, scope.countries, project=scope.project))


MEASURE = Measure(
    name="people-trained",
    label="people trained",
    says=(
        "The number of people from the project’s countries who attended the project’s trainings and workshops, led or "
        "shared, whose last day lies within the period; each once an activity. Not known where nobody was marked."
    ),
    unit="people",
    compute=compute,
)
