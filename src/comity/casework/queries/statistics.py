"""The figures of a period, added up from the counts that are kept. Counts everything, restricted cases too, as numbers
only: whoever may read figures learns how much there is, and nothing about any one case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.db.models import Min, Sum

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.models.tally import Tally, TallyCursor
from comity.casework.queries.statistics_facts import home_zone
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.assembly import Labels, figures
from comity.casework.rules.statistics.cell import EVERYWHERE, What
from comity.casework.rules.statistics.family import Family
from comity.casework.rules.statistics.figures import Asked, Figures, Standing, month_after
from comity.casework.rules.statistics.labels import LABELS
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.happenings import last_sequence
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

READERS = CASE_ROLES | {Role.ADMINISTRATOR}
"""Who may read figures: whoever sees cases, and the node's administrator, who reports them."""


def statistics(asked: Asked, *, by: User | None) -> Figures:
    """The figures, in four queries however many requests there are; one more where a refusal's ground has to be named.

    `by` is whoever reads; nobody (None) is the node's console. Raises NotEntitled without one of `READERS`.
    """
    if by is not None:
        require(by, *sorted(READERS))
    chosen = Tally.objects.filter(country=asked.country or EVERYWHERE, month__range=(asked.since, asked.until))
    if asked.direction:
        chosen = chosen.filter(direction=asked.direction.value)
    rows = chosen.order_by().values_list("direction", "family", "what", "key").annotate(Sum("count"))
    kinds = chosen.filter(what=What.KIND.value).exclude(family=Family.NOTICE.value)
    months = kinds.order_by().values_list("month", "direction").annotate(Sum("count"))
    return figures(
        asked,
        standing(),
        rows.iterator(),
        {(month, way): count for month, way, count in months},
        _labels(),
    )


def standing() -> Standing:
    """How far the ledger is counted."""
    cursor = TallyCursor.objects.filter(pk=1).first()
    return Standing(cursor.sequence if cursor else 0, last_sequence(), cursor.counted_at if cursor else None)


def last_year() -> Asked:
    """The usual question: the last twelve months, this one included."""
    month = this_month()
    return Asked(month_after(month, -11), month)


def this_month() -> date:
    """The first day of the month it is in this node's country."""
    return clock.today(home_zone()).replace(day=1)


def first_month() -> date | None:
    """The earliest month with anything to show."""
    found: date | None = Tally.objects.filter(country=EVERYWHERE).aggregate(first=Min("month"))["first"]
    return found


def counted_countries() -> tuple[tuple[str, str], ...]:
    """Code and name of every country with which there was anything, by name: hops from one to the next in the index."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTRIES)
        codes = [str(code) for (code,) in cursor.fetchall() if code]
    return tuple(sorted(((code, CountryCode(code).english_name) for code in codes), key=lambda pair: pair[1]))


_COUNTRIES = """
WITH RECURSIVE found AS (
    SELECT min(country) AS country FROM casework_tally
    UNION ALL
    SELECT (SELECT min(country) FROM casework_tally WHERE country > found.country) FROM found
    WHERE found.country IS NOT NULL
)
SELECT country FROM found WHERE country IS NOT NULL
"""


def _labels() -> Labels:
    return {**LABELS, What.COUNTRY: _country, What.GROUND: _ground()}


def _country(code: str) -> str:
    return CountryCode(code).english_name


def _ground() -> Callable[[str], str]:
    """Reads the law only when there is a ground to name."""

    def label(key: str) -> str:
        outcome, _, identity = key.partition(" ")
        instrument, _, number = identity.partition(":")
        pack = node_snapshot().instruments.get(instrument)
        says = next((ground.says for ground in pack.instrument.grounds if ground.id == number), "") if pack else ""
        named = f"{pack.instrument.short}, Article {number}" if pack else identity
        return f"{outcome.capitalize()}, {named}{': ' if says else ''}{says}"

    return label


DIRECTIONS = {way.value: way for way in Direction}
