"""Agreements signed. This node keeps no agreements yet, so the figure is not known: it is never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.programme.queries.measures.measure import Measure, Scope


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:  # noqa: ARG001
    """Not known."""
    return None


MEASURE = Measure(
    name="agreements-signed",
    label="agreements signed",
    says=(
        "The number of agreements between authorities and service providers signed within the period. "
        "Not yet known on this node."
    ),
    unit="agreements",
    compute=compute,
)
