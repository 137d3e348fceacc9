"""People trained, counted from attendance as this node keeps it. Where none was marked, the figure is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from comity.programme.queries.measures.measure import Measure
from comity.programme.queries.people_trained import attendance_marked, people_trained


def compute(countries: Sequence[str], starts: date, ends: date) -> Decimal | None:
    """Nobody marked, as attended or absent: not known."""
    if not attendance_marked(starts, ends):
        return None
    return Decimal(people_trained(starts, ends, countries))


MEASURE = Measure(
    name="people-trained",
    label="people trained",
    says=(
        "The number of people from the project’s countries who attended trainings and workshops on this node, of any "
        "project, whose last day lies within the period; each once an activity. Not known where nobody was marked."
    ),
    unit="people",
    compute=compute,
)
