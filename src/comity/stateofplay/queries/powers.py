"""The powers of Articles 16 to 21 as the packs know them on a day. Needs no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.snapshot import Snapshot
from comity.stateofplay.rules.matrix import ordered
from comity.stateofplay.rules.powers import ARTICLES, Known, PowerCell, Powers


def powers_of(snapshot: Snapshot, day: date, *, countries: Sequence[str] | None = None) -> Powers:
    """The powers of `countries`, of all that are described if none is given."""
    codes = sorted(snapshot.countries) if countries is None else countries
    convention = snapshot.instruments.get(CONVENTION)
    articles = convention.instrument.articles if convention else {}
    return Powers(
        day,
        ordered(codes),
        {article: articles[article].title for article in ARTICLES if article in articles},
        {(code, article): _cell(snapshot, code, article, day) for code in codes for article in ARTICLES},
    )


def _cell(snapshot: Snapshot, code: str, article: str, day: date) -> PowerCell:
    finding = snapshot.on(day).power(code, article)
    facts = tuple(fact_view(fact, snapshot.sources, day) for fact in finding.facts)
    return PowerCell(Known(finding.value.value) if finding.value else Known.UNKNOWN, finding.disputed, facts)
