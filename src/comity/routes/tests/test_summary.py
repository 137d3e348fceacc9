"""The plan in a sentence, and which reforms would improve it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.edit import read_edit
from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import plan_view, what_if
from comity.routes.queries.summary import in_a_sentence
from comity.routes.rules.question import Question
from comity.routes.rules.route import RANK, Status

SNAPSHOT = repository_snapshot()
TODAY = date(2026, 11, 24)
COUNTRIES = st.sampled_from([CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA", "FR", "TV")])
QUESTIONS = st.builds(
    Question,
    requester=COUNTRIES,
    requested=COUNTRIES,
    measure=st.sampled_from(list(Measure)),
    day=st.dates(date(1995, 1, 1), date(2035, 1, 1)),
    data=st.none() | st.sampled_from(list(DataType)),
    urgent=st.booleans(),
)


def plan(asks: str, asked: str, measure: str, day: date, data: str | None = None):
    kind = DataType(data) if data else None
    return plan_view(SNAPSHOT, Question(CountryCode(asks), CountryCode(asked), Measure(measure), day, kind))


DETOUR = (
    "On 16 June 2017 Ukraine could be asked to preserve traffic data, by the 24/7 network, with a detour: "
    "Article 19 stands in for Article 16."
)


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (plan("GE", "UA", "preserve", date(2017, 6, 16), "traffic"), DETOUR),
        (
            plan("GE", "BY", "spontaneous", TODAY),
            "Georgia can send Belarus information of its own accord, through INTERPOL.",
        ),
        (
            plan("MD", "MD", "hearing", TODAY),
            "No instrument in the packs offers hearing by video conference within the Republic of Moldova.",
        ),
    ],
)
def test_the_answer_comes_first(view, sentence):
    assert in_a_sentence(view, TODAY) == sentence


@given(QUESTIONS)
def test_the_sentence_claims_no_more_than_the_plan(question):
    view = plan_view(SNAPSHOT, question)
    sentence = in_a_sentence(view, TODAY)
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert ("is not known" in sentence) == (view.status == Status.UNKNOWN)
    assert ("on any recorded way" in sentence) <= (view.status == Status.CLOSED)
    assert ("detour" in sentence) == (view.status == Status.DEGRADED)


@given(QUESTIONS)
def test_supposing_a_reform_never_makes_its_route_worse(question):
    for route in plan_view(SNAPSHOT, question).routes[:3]:
        edits = tuple(read_edit(reform.key, SNAPSHOT, question.day) for reform in route.reforms)
        after = {found.key: found for found in what_if(SNAPSHOT, question, edits).routes} if edits else {}
        if route.key in after:
            assert RANK[Status(after[route.key].status)] <= RANK[Status(route.status)]


def test_all_that_would_open_a_closed_route_opens_it():
    view = plan("GE", "BY", "traffic", TODAY)
    question = Question(CountryCode("GE"), CountryCode("BY"), Measure.TRAFFIC, TODAY)
    tried = 0
    for route in view.routes:
        if route.status == Status.CLOSED and route.reforms and not route.needs_urgency:
            edits = tuple(read_edit(reform.key, SNAPSHOT, TODAY) for reform in route.reforms)
            after = {found.key: found.status for found in what_if(SNAPSHOT, question, edits).routes}
            assert after[route.key] != Status.CLOSED
            tried += 1
    assert tried


def test_a_treaty_that_is_not_in_force_is_no_matter_of_reform():
    closed = [r for r in plan("GE", "UA", "preserve", date(2017, 6, 16)).routes if r.instrument == "unc"]
    assert closed
    assert all(route.status == Status.CLOSED and not route.reforms for route in closed)


def test_a_closed_channel_says_that_it_waits_for_urgency():
    routes = plan("GE", "UA", "preserve", date(2017, 6, 16)).routes
    assert {route.article for route in routes if route.needs_urgency} == {"27(9)(a)", "27(9)(b)"}
