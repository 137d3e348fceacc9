"""The days on which anything recorded began or ended: the stops of the page's date line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.stateofplay.models import Assessment
from comity.stateofplay.rules.assessment import AssessmentState

MOST = 12


def recorded_days(today: date, *, countries: Sequence[str] | None = None) -> tuple[date, ...]:
    """The newest days by `today` on which an observation, a power or a signed-off assessment of these countries began
    or ended, in order, today last."""
    snapshot = node_snapshot()
    codes = sorted(snapshot.countries) if countries is None else countries
    assessed = Assessment.objects.filter(state=AssessmentState.SIGNED_OFF, country__in=codes)
    days = {*_turned(snapshot, codes), *assessed.values_list("as_of", flat=True).distinct()}
    return (*sorted(day for day in days if day < today)[-MOST:], today)


def _turned(snapshot: Snapshot, codes: Sequence[str]) -> Iterator[date]:
    for pack in (snapshot.countries[code] for code in codes if code in snapshot.countries):
        observed = (day for facts in pack.observations.values() for fact in facts for day in (fact.start, fact.end))
        known = (day for facts in pack.powers.values() for fact in facts for day in (fact.start, fact.end))
        yield from (day for day in (*observed, *known) if day)
