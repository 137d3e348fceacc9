"""Gaps with their consequences: every plan between the countries, and which powers its routes wait for.

Asks the planner and decides nothing itself. Needs no database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.reforms import reforms
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from comity.routes.rules.route import Status
from comity.stateofplay.queries.powers import powers_of
from comity.stateofplay.rules.consequences import Consequence, Hindrance, consequences
from comity.stateofplay.rules.powers import ARTICLES, Powers


def consequences_of(snapshot: Snapshot, powers: Powers) -> tuple[Consequence, ...]:
    """What each gap of these countries does to requests from the other countries that the packs describe. Kept for the
    snapshots and days asked about last: it takes every plan between all of them. Headings are the reader's own."""
    headings = dict(powers.countries)
    found = _kept(snapshot, powers.day, tuple(code for code, _ in powers.countries))
    return tuple(replace(one, heading=headings[one.country]) for one in found)


@lru_cache(maxsize=8)
def _kept(snapshot: Snapshot, day: date, codes: tuple[str, ...]) -> tuple[Consequence, ...]:
    powers = powers_of(snapshot, day, countries=codes)
    levels = {place: cell.level for place, cell in powers.cells.items()}
    asked = [CountryCode(code) for code, _ in powers.countries]
    found = _hindrances(snapshot, asked, powers.day)
    return consequences(found, dict(powers.countries), levels)


def _hindrances(snapshot: Snapshot, asked: Sequence[CountryCode], day: date) -> Iterator[Hindrance]:
    law = snapshot.on(day)
    requesters = [CountryCode(code) for code in sorted(snapshot.countries)]
    for requested in asked:
        for requester in requesters:
            if requester == requested:
                continue
            for measure in Measure:
                found = plan(law, Question(requester, requested, measure, day, urgent=True))
                for route in found.routes:
                    if route.status is Status.OPEN:
                        continue
                    waits = [reform.key.partition("=")[0] for reform in reforms(route.reason, snapshot)]
                    for target in waits:
                        country, _, article = target.partition(":")
                        if country == requested and article in ARTICLES:
                            yield Hindrance(
                                country,
                                article,
                                requester,
                                measure.label,
                                route.status.value,
                                found.status.value,
                                len(waits) == 1,
                            )
