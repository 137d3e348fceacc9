"""The wizard, from what somebody holds to a draft request."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.draft_request import draft_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.start_intake import start_intake
from comity.casework.models import Intake, Request
from comity.casework.queries.intake_page import intake_page
from comity.casework.queries.request_page import request_page
from comity.casework.queries.requester import requester_for
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

LINE = "login from 203.0.113.45:51514 2026-02-27 02:14:09 UTC+4, mail to desk@mail.example.net"
NEED = {"measure": "preserve", "data": ["subscriber", "traffic"], "requested_country": "UA", "urgent": True}


@pytest.fixture
def intake(cast: Any, law: None) -> UUID:
    return start_intake(by=cast.duty)


def _key(intake: UUID, user: Any) -> str:
    plan = intake_page(user, intake).plan
    assert plan is not None
    return next(route.key for route in plan.routes if route.status != "closed")


def _answered(intake: UUID, user: Any) -> None:
    assert answer_intake(intake, "hold", {"text": LINE}, by=user) is Step.NEED
    assert answer_intake(intake, "need", NEED, by=user) is Step.WAY
    assert answer_intake(intake, "way", {"route_key": _key(intake, user)}, by=user) is Step.FILL


def test_from_a_log_line_to_a_draft_with_everything_the_node_knows(cast: Any, intake: UUID) -> None:
    _answered(intake, cast.duty)
    reference = draft_request(intake, requester=requester_for(cast.duty), case_title="Ransomware", by=cast.duty)
    request = Request.objects.get(reference=reference)
    assert reference == "GE-2026-00001"
    assert request.case.reference == "CASE-2026-00001"
    assert (request.requested_country, request.requested_zone) == ("UA", "Europe/Kyiv")
    content = request.content
    assert content["date"] == "2026-03-02"
    assert content["data"] == ["subscriber", "traffic"]
    assert content["urgency"] == "urgent"
    assert content["requesting_zone"] == "Asia/Tbilisi"
    assert content["requested_authority"]
    assert any("203.0.113.45:51514" in item["text"] for item in content["identifiers"])
    assert request.plan["route"]["key"] == Intake.objects.get(pk=intake).route_key
    assert request.plan["digest"]
    assert "routes" not in request.plan
    page = request_page(cast.duty, reference)
    assert not {"identifiers", "data", "requested_authority", "date"} & {gap.field for gap in page.form.gaps}
    assert "request-drafted" in [entry.name for entry in entries_about(f"request:{reference}")]
    assert draft_request(intake, requester=requester_for(cast.duty), by=cast.duty) == reference
    with pytest.raises(Refused, match="become a request already"):
        answer_intake(intake, "hold", {"text": LINE}, by=cast.duty)


def test_the_request_joins_the_case_that_the_intake_began_in(cast: Any, law: None) -> None:
    case = open_case("Hospital", by=cast.drafter)
    intake = start_intake(case_reference=case.lower(), by=cast.duty)
    _answered(intake, cast.duty)
    reference = draft_request(intake, requester=requester_for(cast.duty), by=cast.duty)
    assert Request.objects.get(reference=reference).case.reference == case


@pytest.mark.parametrize(
    ("step", "answer", "says"),
    [
        ("hold", {"text": "  "}, "The box is empty"),
        ("hold", {"text": "somebody wrote to me"}, "Nothing here is recognised"),
        ("hold", {"text": "x" * 20001}, "20000 fit"),
        ("hold", {"text": 7}, "The box is empty"),
        ("hold", {"text": "203.0.113.4 \x00"}, "not text"),
        ("need", NEED, "First answer: What do you hold"),
        ("fill", {}, "not a step"),
        ("nonsense", {}, "not a step"),
    ],
)
def test_answers_that_do_not_serve_are_refused(
    cast: Any, intake: UUID, step: str, answer: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        answer_intake(intake, step, answer, by=cast.duty)
    assert Intake.objects.get(pk=intake).step == "hold"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"measure": "arrest"}, "measure"),
        ({"measure": None}, "measure"),
        ({"data": []}, "data"),
        ({"data": ["traffic", "everything"]}, "data"),
        ({"data": "traffic"}, "data"),
        ({"requested_country": ""}, "requested_country"),
        ({"requested_country": "XX"}, "requested_country"),
        ({"requested_country": "GE"}, "requested_country"),
        ({"requested_country": ["UA"]}, "requested_country"),
    ],
)
def test_needs_that_were_not_on_offer_are_refused(cast: Any, intake: UUID, change: dict[str, Any], field: str) -> None:
    answer_intake(intake, "hold", {"text": LINE}, by=cast.duty)
    with pytest.raises(Refused) as refusal:
        answer_intake(intake, "need", NEED | change, by=cast.duty)
    assert [gap.field for gap in refusal.value.gaps] == [field]


def test_a_route_that_the_plan_does_not_have_or_that_is_closed_is_refused(cast: Any, intake: UUID) -> None:
    answer_intake(intake, "hold", {"text": LINE}, by=cast.duty)
    answer_intake(intake, "need", NEED | {"requested_country": "BY"}, by=cast.duty)
    with pytest.raises(Refused, match="not in the plan"):
        answer_intake(intake, "way", {"route_key": "by-owl"}, by=cast.duty)
    plan = intake_page(cast.duty, intake).plan
    assert plan is not None
    closed = next(route.key for route in plan.routes if route.status == "closed")
    with pytest.raises(Refused, match="This route is closed"):
        answer_intake(intake, "way", {"route_key": closed}, by=cast.duty)


def test_answering_again_keeps_the_other_answers_but_plans_anew(cast: Any, intake: UUID) -> None:
    _answered(intake, cast.duty)
    assert answer_intake(intake, "hold", {"text": "desk@mail.example.net"}, by=cast.duty) is Step.WAY
    kept = Intake.objects.get(pk=intake)
    assert (kept.measure, kept.requested_country, kept.route_key) == ("preserve", "UA", "")
    with pytest.raises(Refused, match="First answer: Which way"):
        draft_request(intake, requester=requester_for(cast.duty), case_title="x", by=cast.duty)


def test_without_a_title_or_for_a_measure_without_a_form_nothing_is_drafted(cast: Any, intake: UUID) -> None:
    _answered(intake, cast.duty)
    with pytest.raises(Refused, match="Title: nothing is written"):
        draft_request(intake, requester=requester_for(cast.duty), by=cast.duty)
    answer_intake(intake, "need", NEED | {"measure": "hearing"}, by=cast.duty)
    answer_intake(intake, "way", {"route_key": _key(intake, cast.duty)}, by=cast.duty)
    with pytest.raises(Refused, match="cannot draft a request for it yet"):
        draft_request(intake, requester=requester_for(cast.duty), case_title="x", by=cast.duty)
    assert Request.objects.count() == 0


def test_a_way_on_another_treaty_is_named_in_the_draft(cast: Any, intake: UUID) -> None:
    _answered(intake, cast.duty)
    answer_intake(intake, "need", NEED | {"measure": "subscriber", "data": ["subscriber"]}, by=cast.duty)
    plan = intake_page(cast.duty, intake).plan
    assert plan is not None
    other = {"", "ets185", "cets224"}
    way = next(route for route in plan.routes if route.instrument not in other and route.status != "closed")
    answer_intake(intake, "way", {"route_key": way.key}, by=cast.duty)
    draft_request(intake, requester=requester_for(cast.duty), case_title="x", by=cast.duty)
    request = Request.objects.get()
    assert request.kind == "mla-subscriber"
    named = node_snapshot().instruments[way.instrument].instrument
    assert request.content["treaty_named"].startswith(named.title)
    assert request.content["treaty_differs"] is True
    assert "data" not in request.content


def test_an_intake_is_its_owner_s_alone(cast: Any, intake: UUID) -> None:
    for user, identity in [(cast.drafter, intake), (cast.duty, uuid4()), (cast.duty, "no-uuid")]:
        with pytest.raises(NotFound):
            intake_page(user, identity)
        with pytest.raises(NotFound):
            answer_intake(identity, "hold", {"text": LINE}, by=user)
    for user in (cast.auditor, cast.approver, cast.admin):
        with pytest.raises(NotEntitled):
            start_intake(by=user)


def test_an_identifier_of_somebody_else_is_left_out(cast: Any, intake: UUID) -> None:
    answer_intake(intake, "hold", {"text": LINE, "without": ["desk@mail.example.net", "nothing"]}, by=cast.duty)
    assert [item["value"] for item in Intake.objects.get(pk=intake).identifiers] == ["203.0.113.45"]
    assert intake_page(cast.duty, intake).left_out == {"desk@mail.example.net"}
    everything = [chip.text for chip in intake_page(cast.duty, intake).recognised.chips]
    with pytest.raises(Refused, match="Every identifier is left out"):
        answer_intake(intake, "hold", {"text": LINE, "without": everything}, by=cast.duty)


def test_the_ledger_does_not_learn_what_was_pasted(cast: Any, intake: UUID) -> None:
    answer_intake(intake, "hold", {"text": LINE}, by=cast.duty)
    assert [entry.payload for entry in entries_about(f"intake:{intake}")] == [{}, {"step": "hold"}]
