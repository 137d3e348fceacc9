"""Properties of the planner that hold whatever the facts are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.edit import Edit, edited, read_edit
from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.answer import Answer
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import plan_view, what_if
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from comity.routes.rules.reason import blockers, facts_below
from comity.routes.rules.route import RANK, Status

SNAPSHOT = repository_snapshot()
SIX = [CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA")]
ANYWHERE = st.sampled_from([*SIX, CountryCode("FR"), CountryCode("TV"), CountryCode("KZ")])
DAYS = st.dates(date(1995, 1, 1), date(2035, 1, 1))

questions = st.builds(
    Question,
    requester=ANYWHERE,
    requested=ANYWHERE,
    measure=st.sampled_from(list(Measure)),
    day=DAYS,
    data=st.none() | st.sampled_from(list(DataType)),
    urgent=st.booleans(),
    stage=st.sampled_from(list(Stage)),
)


@given(questions, st.sampled_from(list(Criterion)))
def test_routes_come_best_first_under_every_criterion(question, criterion):
    ranks = [RANK[route.status] for route in plan(SNAPSHOT.on(question.day), question, criterion).routes]
    assert ranks == sorted(ranks)


@given(questions)
def test_each_route_explains_its_status(question):
    for route in plan(SNAPSHOT.on(question.day), question).routes:
        match route.status:
            case Status.CLOSED:
                assert list(blockers(route.reason))
            case Status.UNKNOWN:
                assert any(item.decisive for item in route.missing) or _uncertain(route.reason)
            case Status.DEGRADED:
                assert route.detours
            case Status.CONDITIONS:
                assert route.conditions
            case Status.OPEN:
                assert route.reason.answer is Answer.YES
                assert not route.detours


def _uncertain(reason) -> bool:
    """Sources in dispute, or declarations that may apply: nothing is missing, but nothing is certain either."""
    return reason.answer is Answer.UNKNOWN and (bool(reason.facts) or any(map(_uncertain, reason.because)))


@given(questions)
def test_route_names_are_unique_in_their_plan(question):
    keys = [route.key for route in plan(SNAPSHOT.on(question.day), question).routes]
    assert len(set(keys)) == len(keys)


@given(questions)
def test_every_fact_cited_held_on_the_day(question):
    for route in plan(SNAPSHOT.on(question.day), question).routes:
        for fact in facts_below(route.reason):
            assert fact.covers(question.day)


@given(questions)
def test_before_an_instrument_is_in_force_it_opens_nothing(question):
    for route in plan(SNAPSHOT.on(question.day), question).routes:
        instrument = route.basis[0]
        if instrument and SNAPSHOT.on(question.day).in_force(instrument).value is False and route.channel != "domestic":
            assert route.status is Status.CLOSED


@given(questions)
def test_a_plan_is_a_pure_function(question):
    fresh = folder_like(SNAPSHOT)
    assert plan_view(SNAPSHOT, question) == plan_view(fresh, question)


def folder_like(snapshot):
    return edited(snapshot, [])


@given(questions, st.sampled_from(["16", "17", "18", "19"]))
def test_giving_a_power_never_makes_a_route_worse(question, article):
    if question.requested not in SNAPSHOT.countries:
        return
    edit = Edit(question.requested, article, Level.FULL, question.day)
    for change in what_if(SNAPSHOT, question, (edit,)).changed:
        assert change.better


@given(questions)
def test_joining_the_convention_never_makes_a_route_worse(question):
    edits = tuple(
        Edit(country, "ets185", Membership.PARTY, question.day) for country in (question.requester, question.requested)
    )
    for change in what_if(SNAPSHOT, question, edits).changed:
        assert change.better


def test_a_reform_leaves_the_snapshot_as_it_was():
    question = Question(SIX[3], SIX[5], Measure.PRESERVE, date(2017, 6, 16), DataType.TRAFFIC)
    before = plan_view(SNAPSHOT, question)
    edit = read_edit("UA:16=full", SNAPSHOT, question.day)
    after = what_if(SNAPSHOT, question, (edit,))
    assert RANK[Status(after.status)] < RANK[Status(before.status)]
    assert plan_view(SNAPSHOT, question) == before
    assert after.supposing == ("UA:16=full",)


@pytest.mark.parametrize("text", ["UA", "XX:16=full", "UA:16=perhaps", "UA:99=full", "UA:ets185=full", ""])
def test_a_reform_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match=r"not a|neither|cannot be said"):
        read_edit(text, SNAPSHOT, date(2020, 1, 1))


def test_json_of_a_plan_is_plain():
    import json

    question = Question(SIX[3], SIX[5], Measure.PRESERVE, date(2017, 6, 16), DataType.TRAFFIC)
    text = json.dumps(plan_view(SNAPSHOT, question).as_json())
    assert json.loads(text)["requested"] == "UA"
