"""Reforms weighed apart are what the planner says of them together: the same answers, and the same sums."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.atlas.rules.edit import Edit, edited
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import Best, Count, Effect, count, effect
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.ranking import rankings
from comity.routes.rules.reform import Reforms, Scope
from comity.routes.rules.route import RANK, Status
from comity.routes.rules.supposed import fact_of
from comity.routes.rules.weighing import Weigher
from comity.routes.rules.worth import worth

SNAPSHOT = repository_snapshot()
DAY = date(2017, 6, 16)
THREE = tuple(CountryCode(code) for code in ("BY", "GE", "UA"))
EDITS = tuple(
    Edit(country, target, value, DAY)
    for country in THREE
    for target, value in (
        *((article, level) for article in ("16", "17", "18", "19", "20", "general-seizure") for level in Level),
        *((name, standing) for name in SNAPSHOT.instruments for standing in (Membership.PARTY, Membership.NONE)),
    )
)
sets = st.lists(st.sampled_from(EDITS), min_size=1, max_size=3, unique_by=fact_of).map(tuple)
EVERYTHING = {urgent: Reforms(SNAPSHOT, Scope(THREE, tuple(Measure), DAY, urgent), EDITS) for urgent in (False, True)}


def _plans(chosen: tuple[Edit, ...], scope: Scope) -> dict[tuple[CountryCode, CountryCode, Measure], Plan]:
    law = edited(SNAPSHOT, chosen).on(DAY)
    asked = [scope.question(one, other, need) for one in THREE for other in THREE for need in scope.measures]
    return {(q.requester, q.requested, q.measure): plan(law, q) for q in asked}


def _best(found: Plan) -> Best:
    first = found.routes[0] if found.routes else None
    return Best(found.status, first.title if first else "", first.entry.expected.most_days if first else None)


PLANNED = {urgent: _plans((), reforms.scope) for urgent, reforms in EVERYTHING.items()}


@given(sets, st.booleans())
@settings(max_examples=40)
def test_every_answer_is_the_planners_own(chosen, urgent):
    reforms = EVERYTHING[urgent]
    shifted = {(s.question.requester, s.question.requested, s.question.measure): s for s in reforms.shifts(chosen)}
    for asked, after in _plans(chosen, reforms.scope).items():
        before = PLANNED[urgent][asked]
        if asked in shifted:
            assert (shifted[asked].before, shifted[asked].after) == (_best(before), _best(after))
            assert shifted[asked].routes == _counted(before, after)
        else:
            assert [(r.title, r.status) for r in before.routes] == [(r.title, r.status) for r in after.routes]


def _counted(before: Plan, after: Plan) -> Count:
    ranks = [
        {(r.title, *r.basis): RANK[r.status] for r in sorted(each.routes, key=lambda r: r.title)}
        for each in (before, after)
    ]
    return count(tuple(ranks[0].values()), tuple(ranks[1][key] for key in ranks[0]))


@given(sets)
def test_a_set_is_worth_the_sum_of_its_changed_answers(chosen):
    reforms = EVERYTHING[False]
    weights = {(THREE[0], THREE[2], Measure.PRESERVE): 7, (THREE[2], THREE[1], Measure.TRAFFIC): 3}
    changed = sum(
        worth(s.effect, s.routes, weights.get((s.question.requester, s.question.requested, s.question.measure), 1))
        for s in reforms.shifts(chosen)
    )
    assert Weigher(reforms, weights).worth(chosen) == changed


@given(st.lists(st.sampled_from(EDITS), min_size=3, max_size=6, unique=True))
@settings(max_examples=8)
def test_the_ranking_is_what_trying_every_set_gives(candidates):
    scope = Scope(THREE, (Measure.PRESERVE, Measure.SUBSCRIBER, Measure.TRAFFIC), DAY)
    reforms = Reforms(SNAPSHOT, scope, candidates)
    before = _plans((), scope)
    for ranking in rankings(reforms):
        tried = [
            _tried(chosen, scope, before)
            for chosen in combinations(candidates, ranking.size)
            if len({fact_of(edit) for edit in chosen}) == ranking.size
        ]
        assert ranking.weighed == len(tried)
        assert [ranked.worth for ranked in ranking.best] == sorted(tried, reverse=True)[:5]


def _tried(chosen, scope, before):
    after = _plans(chosen, scope)
    return sum(worth(effect(_best(before[a]), _best(after[a])), _counted(before[a], after[a]), 1) for a in before)


def test_reforms_are_read_anew_after_others_were_supposed():
    reforms = EVERYTHING[False]
    chosen = next(edit for edit in EDITS if str(edit) == "BY:ets185=party")
    first = list(reforms.shifts([chosen]))
    list(reforms.shifts(EDITS[:3]))
    assert first
    assert list(reforms.shifts([chosen])) == first
    assert not list(reforms.shifts([]))


OPEN, LONG = Best(Status.OPEN, "24/7", 1), Best(Status.OPEN, "Diplomatic", 300)
DEGRADED, UNKNOWN, CLOSED = (Best(status, "24/7", 1) for status in (Status.DEGRADED, Status.UNKNOWN, Status.CLOSED))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (CLOSED, OPEN, Effect.OPENED),
        (CLOSED, DEGRADED, Effect.OPENED),
        (UNKNOWN, OPEN, Effect.KNOWN),
        (CLOSED, UNKNOWN, Effect.DOUBTFUL),
        (DEGRADED, LONG, Effect.UPGRADED),
        (LONG, OPEN, Effect.SHORTENED),
        (OPEN, LONG, Effect.WORSENED),
        (UNKNOWN, CLOSED, Effect.WORSENED),
        (OPEN, UNKNOWN, Effect.WORSENED),
        (UNKNOWN, UNKNOWN._replace(days=300), Effect.SAME),
        (Best(Status.CLOSED, "", None), CLOSED, Effect.SAME),
    ],
)
def test_what_was_not_known_is_never_counted_as_opened(before, after, expected):
    assert effect(before, after) is expected


def test_sets_of_four_are_refused():
    with pytest.raises(ValueError, match="not of 4"):
        rankings(EVERYTHING[False], most=4)
