"""How often each measure was asked for with each country, either way: what reforms can be weighed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db.models import Sum

from comity.atlas.rules.measure import Measure
from comity.casework.models.tally import Tally
from comity.casework.queries.statistics import READERS
from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kinds
from comity.casework.rules.statistics.cell import EVERYWHERE, What
from comity.people.access import require
from comity.people.models.user import User

AskedMeasures = Mapping[tuple[Direction, str, Measure], int]


def asked_measures(since: date, until: date, *, by: User | None) -> AskedMeasures:
    """Requests by direction, the other side's country, and measure, in one query. A request that may be about several
    measures counts for each. `by` is whoever reads; nobody (None) is the console. Raises NotEntitled."""
    if by is not None:
        require(by, *sorted(READERS))
    rows = (
        Tally.objects.filter(what=What.KIND, month__gte=since, month__lte=until)
        .exclude(country=EVERYWHERE)
        .values_list("direction", "country", "key")
        .annotate(total=Sum("count"))
    )
    found: Counter[tuple[Direction, str, Measure]] = Counter()
    for direction, country, name, total in rows:
        kind = kinds().get(name)
        for measure in kind.measures if kind else ():
            found[Direction(direction), country, Measure(measure)] += total
    return found
