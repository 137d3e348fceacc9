"""The figures of a period, added up from the counts that are kept. Counts everything, restricted cases too, as numbers
only: whoever may read figures learns how much there is, and nothing about any one case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from django.core.cache import cache as _cache
from django.db import connection
from django.db.models import Min
from django.db.models.expressions import RawSQL

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.tally import Tally, TallyCursor
from comity.casework.queries.statistics_facts import home_zone
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.assembly import Labels, figures
from comity.casework.rules.statistics.cell import EVERYWHERE, YES, What
from comity.casework.rules.statistics.family import Family
from comity.casework.rules.statistics.figures import Asked, Figures, Standing, month_after
from comity.casework.rules.statistics.labels import LABELS
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import Sayable, sayable
from comity.ledger.queries.happenings import last_sequence
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

KEPT = 600
"""Seconds for which figures are kept by this process: the page's charts ask for the same ones. Counting more makes them
other figures, kept apart."""
READERS = CASE_ROLES | {Role.ADMINISTRATOR}
"""Who may read figures: whoever sees cases, and the node's administrator, who reports them."""


def statistics(asked: Asked, *, by: User | None, known: Standing | None = None) -> Figures:
    """The figures, in three queries however many requests there are; one more where a refusal's ground has to be named.

    `by` is whoever reads; nobody (None) is the node's console. `known` is how far the ledger is counted, if the caller
    has just asked. Raises NotEntitled without one of `READERS`.
    """
    if by is not None:
        require(by, *sorted(READERS))
    now = known or standing()
    key = f"statistics:{now.version}:{now.counted}:{_written(asked)}"
    kept = _cache.get(key) if now.version else None
    if isinstance(kept, Figures):
        return replace(kept, standing=now)
    found = _added_up(asked, now)
    if now.version:
        _cache.set(key, found, KEPT)
    return found


def _written(asked: Asked) -> str:
    return f"{asked.since:%Y-%m}:{asked.until:%Y-%m}:{asked.country}:{asked.direction or ''}"


def _added_up(asked: Asked, now: Standing) -> Figures:
    with connection.cursor() as cursor:
        cursor.execute(
            _SUMS,
            {
                "kind": What.KIND.value,
                "country": asked.country or EVERYWHERE,
                "since": asked.since,
                "until": asked.until,
                "directions": [way.value for way in asked.directions],
            },
        )
        sums = cursor.fetchall()
    months: Counter[tuple[date, str]] = Counter()
    for month, way, family, *_, count in sums:
        if month and family != Family.NOTICE:
            months[month, way] += count
    return figures(asked, now, (row[1:] for row in sums), months, _labels())


_SUMS = """
SELECT CASE WHEN what = %(kind)s THEN month END AS of_month, direction, family, what, key, sum(count)::bigint
FROM casework_tally
WHERE country = %(country)s AND month BETWEEN %(since)s AND %(until)s AND direction = ANY(%(directions)s)
GROUP BY of_month, direction, family, what, key
"""
"""In one pass over the counts: kinds by month, which gives the months their requests; all else over all months."""


def standing() -> Standing:
    """How far the ledger is counted. The version is that of the cursor's row, as the database numbers its changes."""
    cursor = TallyCursor.objects.filter(pk=1).annotate(version=RawSQL("xmin::text", ())).first()
    if cursor is None:
        return Standing(0, last_sequence(), None)
    return Standing(cursor.sequence, last_sequence(), cursor.counted_at, cursor.version)


def last_year(month: date) -> Asked:
    """The usual question: the twelve months up to `month`, that one included."""
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
    """The law is read once, and only when there is something of it to name."""
    law = cache(node_snapshot)
    return {
        **LABELS,
        What.COUNTRY: _country,
        What.GROUND: lambda key: _ground(law, key),
        What.EXPIRED: lambda key: _clock(law, key),
    }


def _country(code: str) -> str:
    """The country's name, which readers of other languages hear in theirs."""
    country = CountryCode(code)
    label = Sayable(country.english_name)
    label.english, label.values = "{country}", {"country": country}
    return label


def _ground(law: Callable[[], Snapshot], key: str) -> str:
    outcome, _, identity = key.partition(" ")
    instrument, _, number = identity.partition(":")
    pack = law().instruments.get(instrument)
    says = next((ground.says for ground in pack.instrument.grounds if ground.id == number), "") if pack else ""
    named = f"{pack.instrument.short}, Article {number}" if pack else identity
    became = sayable(outcome.capitalize())
    if says:
        return sayable("{outcome}, {article}: {ground}", outcome=became, article=named, ground=sayable(says))
    return sayable("{outcome}, {article}", outcome=became, article=named)


def _clock(law: Callable[[], Snapshot], key: str) -> str:
    """A clock has another name on each side; the rule's own where this version of the packs does not know it."""
    name = key.removeprefix("rule ")
    rule = law().clocks.get(name) if name != YES else None
    if rule is None:
        return sayable("Clock “{name}”", name=name)
    one, *others = dict.fromkeys(side.title for side in rule.sides.values())
    titles = sayable(one)
    for other in others:
        titles = sayable("{title} / {other}", title=titles, other=sayable(other))
    if rule.article:
        return sayable("Clock: {title} (Article {article})", title=titles, article=rule.article)
    return sayable("Clock: {title}", title=titles)


DIRECTIONS = {way.value: way for way in Direction}
