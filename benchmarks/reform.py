"""Measures the reform simulator: one set of reforms, and the ranking of every single one, pair and triple of 30 for six
countries; and holds what it finds to the planner itself, asked set by set.

`make bench`, or `python benchmarks/reform.py`. Ends with an error where a promise is missed, or where the planner would
say otherwise. It changes nothing and needs no database.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date

from comity.atlas.rules.edit import Edit, edited
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import Best, Count, count, effect
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.ranking import Ranking, rankings
from comity.routes.rules.reform import Reforms, Scope
from comity.routes.rules.route import RANK
from comity.routes.rules.weighing import Weigher
from comity.routes.rules.worth import worth
from planning import world
from rig.machine import machine
from rig.table import spread, table
from rig.timing import timed

DAY = date(2017, 6, 16)
REFORMS = 30
RANKING_SECONDS = 30.0
PLAN_MS = 1.0
SAMPLE = 25
"""Sets that the planner is asked about itself."""
SETS = 24426
"""Sets of the six countries, thirty reforms each, but for those that say two things of one fact."""
Asked = tuple[CountryCode, CountryCode, Measure]


def main() -> int:
    print(machine())
    packs = world.as_packed()
    countries = world.countries_of(packs)
    scope = Scope(tuple(countries), tuple(Measure), DAY)
    by_country = {country: _reforms(packs, country) for country in countries}
    kept = [_each(packs, scope, by_country), _mixed(packs, scope, by_country), _one(packs, scope, by_country)]
    kept.append(_agrees(packs, scope, [edit for edits in by_country.values() for edit in edits]))
    return 0 if all(kept) else 1


def _reforms(packs: Snapshot, country: CountryCode) -> list[Edit]:
    """Thirty of a country: every power at every level, and every instrument joined."""
    articles = sorted({article for pack in packs.countries.values() for article in pack.powers})
    powers = [Edit(country, article, level, DAY) for level in Level for article in articles]
    joined = [Edit(country, name, Membership.PARTY, DAY) for name in packs.instruments]
    return [*joined, *powers][:REFORMS]


def _each(packs: Snapshot, scope: Scope, by_country: dict[CountryCode, list[Edit]]) -> bool:
    """Every country's own sets; each begins from nothing."""
    rows, seconds, sets = [], 0.0, 0
    for country, edits in by_country.items():
        began = time.process_time()
        found = rankings(Reforms(packs, scope, edits))
        took = time.process_time() - began
        seconds, weighed = seconds + took, sum(ranking.weighed for ranking in found)
        sets += weighed
        rows.append((country.english_name, str(len(edits)), str(weighed), f"{took:.2f}"))
    rows.append(("together", "", str(sets), f"{seconds:.2f}"))
    print(f"\nEvery single reform, pair and triple of each country, against {_asked(scope)} answers; one core\n")
    print(table(("country", "reforms", "sets weighed", "seconds"), rows))
    return _promise("ranking 30 reforms of each of six countries", seconds, RANKING_SECONDS, "s")


def _mixed(packs: Snapshot, scope: Scope, by_country: dict[CountryCode, list[Edit]]) -> bool:
    """Thirty reforms, five of each country, in sets that mix countries; then all of them."""
    every = [edit for edits in by_country.values() for edit in edits]
    share = REFORMS // len(by_country)
    few = [edit for edits in by_country.values() for edit in random.Random(1).sample(edits, share)]  # noqa: S311
    rows, kept = [], True
    for name, edits in ((f"{REFORMS} reforms", few), (f"{len(every)} reforms", every)):
        began = time.process_time()
        found: tuple[Ranking, ...] = rankings(Reforms(packs, scope, edits))
        took = time.process_time() - began
        rows.append((f"{name} of six countries", str(sum(ranking.weighed for ranking in found)), f"{took:.2f}"))
        kept = kept and (took < RANKING_SECONDS or edits is every)
    print("\nSets that mix the countries\n")
    print(table(("", "sets weighed", "seconds"), rows))
    return kept


def _one(packs: Snapshot, scope: Scope, by_country: dict[CountryCode, list[Edit]]) -> bool:
    """One set at a time, all changed answers listed; sets never seen before, once the law is warm."""
    every = [edit for edits in by_country.values() for edit in edits]
    reforms = Reforms(packs, scope, every)
    chance = random.Random(2)  # noqa: S311
    sets = [chance.sample(every, 3) for _ in range(400)]
    for chosen in sets[:200]:
        list(reforms.shifts(chosen))
    sample = timed([lambda chosen=chosen: list(reforms.shifts(chosen)) for chosen in sets[200:]])
    weigher = Weigher(reforms)
    weighed = timed([lambda chosen=chosen: weigher.worth(tuple(chosen)) for chosen in sets])
    print(f"\nOne set of three reforms, against {_asked(scope)} answers\n")
    rows = [("every changed answer, listed", *spread(sample)), ("its worth alone", *spread(weighed))]
    print(table(("", "median", "least – most"), rows))
    return _promise("weighing a set", weighed.median / 1e6, PLAN_MS, "ms")


def _agrees(packs: Snapshot, scope: Scope, every: list[Edit]) -> bool:
    """The planner, asked every question before and after each set of a sample."""
    chance = random.Random(3)  # noqa: S311
    weigher = Weigher(Reforms(packs, scope, every))
    before, differing, began = _plans(packs, scope), 0, time.process_time()
    for _ in range(SAMPLE):
        chosen = _apart(chance.sample(every, 3))
        after = _plans(edited(packs, chosen), scope)
        tried = sum(worth(effect(_best(before[a]), _best(after[a])), _count(before[a], after[a]), 1) for a in before)
        differing += tried != weigher.worth(chosen)
    took = (time.process_time() - began) / SAMPLE
    print(
        f"\nAsked set by set, the planner says the same of {SAMPLE - differing} of {SAMPLE} sets. It takes {took:.2f} s"
        f" for each; for {SETS} sets that would be about {SETS * took / 3600:.1f} hours."
    )
    return differing == 0


def _apart(chosen: list[Edit]) -> tuple[Edit, ...]:
    """Of two reforms of one fact the later."""
    return tuple({(edit.country, edit.target): edit for edit in chosen}.values())


def _plans(packs: Snapshot, scope: Scope) -> dict[Asked, Plan]:
    law = packs.on(DAY)
    return {
        (one, other, measure): plan(law, scope.question(one, other, measure))
        for one in scope.countries
        for other in scope.countries
        for measure in scope.measures
    }


def _best(found: Plan) -> Best:
    first = found.routes[0] if found.routes else None
    return Best(found.status, first.title if first else "", first.entry.expected.most_days if first else None)


def _count(before: Plan, after: Plan) -> Count:
    old, new = ({(r.title, *r.basis): RANK[r.status] for r in each.routes} for each in (before, after))
    return count(tuple(old.values()), tuple(new[key] for key in old))


def _asked(scope: Scope) -> int:
    return len(scope.countries) ** 2 * len(scope.measures)


def _promise(what: str, value: float, limit: float, unit: str) -> bool:
    kept = value < limit
    print(f"\n{'kept' if kept else 'MISSED'}: {what} takes {value:.3g} {unit}; promised: under {limit:g} {unit}.")
    return kept


if __name__ == "__main__":
    sys.exit(main())
