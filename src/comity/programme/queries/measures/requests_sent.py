"""How many requests this node sent with the T-CY's two templates. Knows nothing of what others sent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings

from comity.casework.models.request import Request
from comity.casework.rules.direction import Direction
from comity.programme.queries.measures.measure import Measure, Scope

KINDS = ("preservation", "mla-subscriber")
"""The kinds whose letters follow T-CY(2018)11 and T-CY(2018)10."""


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:
    """Not known where this node's country is none of the scope's: it cannot see what they send."""
    sent = Request.objects.filter(direction=Direction.OUTGOING, requesting_country__in=list(scope.countries))
    if str(settings.ENV.country) not in scope.countries and not sent.exists():
        return None
    return Decimal(sent.filter(kind__in=KINDS, sent_on__gte=starts, sent_on__lte=ends).count())


MEASURE = Measure(
    name="requests-sent",
    label="requests sent with the templates",
    says=(
        "The number of requests for preservation, template T-CY(2018)11, and for subscriber information, T-CY(2018)10, "
        "that this node sent within the period for a country of the project. It does not know what others sent."
    ),
    unit="requests",
    compute=compute,
    recorded=True,
)
