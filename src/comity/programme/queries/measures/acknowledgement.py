"""How soon authorities of a project's countries acknowledged requests, as a median over whole months."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import Q, Sum

from comity.casework.models.tally import Tally
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import EVERYWHERE, What
from comity.casework.rules.statistics.duration import HOUR, MEDIAN, quantile
from comity.programme.queries.measures.measure import Measure, Scope


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:
    """Statistics are kept by month: not known for a period that begins or ends within one."""
    if starts.day != 1 or (ends + timedelta(days=1)).day != 1:
        return None
    who = Q(direction=Direction.OUTGOING, country__in=list(scope.countries))
    if str(settings.ENV.country) in scope.countries:
        who |= Q(direction=Direction.INCOMING, country=EVERYWHERE)
    rows = Tally.objects.filter(who, what=What.ACKNOWLEDGED, month__gte=starts, month__lte=ends)
    counts: Counter[int] = Counter()
    for key, count in rows.values_list("key").annotate(whole=Sum("count")).order_by():
        counts[int(key)] += int(count)
    minutes = quantile(counts, MEDIAN)
    return None if minutes is None else round(Decimal(minutes) / HOUR, 2)


MEASURE = Measure(
    name="acknowledgement",
    label="median time to acknowledge",
    says=(
        "The median time from a request to its acknowledgement by an authority of a project country: of requests that "
        "this node sent to them and, where its own country is among them, of those it received. From the statistics, "
        "by month in which the request left or arrived, so that periods must be whole months."
    ),
    unit="hours",
    compute=compute,
    recorded=True,
)
