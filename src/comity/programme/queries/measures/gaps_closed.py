"""How many gaps in procedural powers were closed within a period, as the state of play knows them on both its ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.atlas.queries.snapshot import node_snapshot
from comity.programme.queries.measures.measure import Measure, Scope
from comity.stateofplay.queries.powers import powers_of
from comity.stateofplay.rules.powers import ARTICLES, Known, is_gap


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:
    """Not known where no power is known on both days."""
    snapshot = node_snapshot()
    codes = sorted(set(scope.countries) & set(snapshot.countries))
    before, after = (powers_of(snapshot, day, countries=codes).cells for day in (starts, ends))
    places = [(code, article) for code in codes for article in ARTICLES]
    known = [place for place in places if Known.UNKNOWN not in (before[place].level, after[place].level)]
    if not known:
        return None
    return Decimal(sum(is_gap(before[place]) and after[place].level is Known.FULL for place in known))


MEASURE = Measure(
    name="gaps-closed",
    label="gaps in procedural law closed",
    says=(
        "The number of powers of Articles 16 to 21, country by country, that the atlas has as missing or partial on "
        "the first day of the period and as full on its last. A power that is not known on either day is not counted."
    ),
    unit="gaps",
    compute=compute,
)
