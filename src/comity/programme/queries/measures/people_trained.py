"""People trained. This node keeps no attendance yet, so the figure is not known: it is never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from comity.programme.queries.measures.measure import Measure


def compute(countries: Sequence[str], starts: date, ends: date) -> Decimal | None:  # noqa: ARG001
    """Not known."""
    return None


MEASURE = Measure(
    name="people-trained",
    label="people trained",
    says="The number of people who attended a training of the project within the period. Not yet known on this node.",
    unit="people",
    compute=compute,
)
