"""The emergency: one step to a draft that the gate lets pass, by each of three ways; and no disclosure unverified."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from comity.casework.actions.confirm_oral_request import confirm_oral_request
from comity.casework.actions.log_call import log_call
from comity.casework.actions.register_oral_request import register_oral_request
from comity.casework.actions.start_emergency import start_emergency
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.take_step import take_step
from comity.casework.models import Case, PhoneCall, Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.queries.emergency import alternatives, asked_by, known_of, ways_to
from comity.casework.queries.request_page import request_page
from comity.casework.rules.duty.emergency import Way, fields_to_ask
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.conftest import NOW
from comity.kernel.country import CountryCode
from comity.people.rules.roles import NotEntitled

UA = CountryCode("UA")
ANSWERS: dict[str, Any] = {
    "danger": "life",
    "emergency_facts": "A message announces a bomb in a school for ten o'clock.",
    "emergency_link": "The subscriber's address leads to whoever announced it.",
    "identifiers": [{"text": "203.0.113.45:51514 2026-03-02 09:40:00 UTC+2"}],
    "offences": ["other"],
}


def answer(spec: FieldSpec) -> Any:
    """What somebody in a hurry would give."""
    if spec.name in ANSWERS:
        return ANSWERS[spec.name]
    match spec.shape:
        case Shape.CHOICES:
            return [spec.choices[0].value]
        case Shape.CHOICE:
            return spec.choices[0].value
        case Shape.TELEPHONE:
            return "+995 32 000 00 00"
        case Shape.EMAIL:
            return "duty@example.org"
        case _:
            return "Some words."


def asked(way: Way, user: Any) -> tuple[FieldSpec, ...]:
    declared = kind(way.kind)
    return fields_to_ask(declared, known_of(declared, asked_by(way, UA, NOW.date()), user))


def started(way: Way, user: Any, **more: Any) -> str:
    content = {spec.name: answer(spec) for spec in asked(way, user)} | {"requested_country": "UA"}
    return start_emergency(way, content | more.pop("changes", {}), **more, by=user)


@pytest.mark.parametrize("way", list(Way))
def test_what_the_screen_asks_and_the_node_knows_is_all_that_the_gate_demands(cast, law, way):
    reference = started(way, cast.duty)
    submit_for_review(reference, version=1, by=cast.duty)
    request = Request.objects.get(reference=reference)
    assert (request.state, request.kind, request.urgent) == ("in-review", way.kind, True)
    assert (request.requesting_country, request.requested_country) == ("GE", "UA")
    assert request.plan["route"]["key"] == way.route
    assert request.case.title == "Emergency: Threat to life (Ukraine)"


def test_the_authority_is_the_one_that_the_atlas_names_for_the_way(cast, law):
    named = {way: Request.objects.get(reference=started(way, cast.duty)).requested_authority_id for way in Way}
    assert named == {Way.POINT: "ua-interior", Way.CENTRAL: "ua-pgo", Way.PROVIDER: ""}


@pytest.mark.parametrize("way", list(Way))
def test_the_screen_stays_short(cast, law, way):
    assert len(asked(way, cast.duty)) <= 15


def test_how_we_are_reached_is_asked_once(cast, law):
    assert "call_back_number" in {spec.name for spec in asked(Way.POINT, cast.duty)}
    first = started(Way.POINT, cast.duty, changes={"legal_qualification": "Article 323", "penalties": "Ten years"})
    assert "call_back_number" not in {spec.name for spec in asked(Way.CENTRAL, cast.duty)}
    without = {"legal_qualification": "", "penalties": ""}
    second = started(Way.POINT, cast.duty, changes=without)
    content = Request.objects.get(reference=second).content
    assert content["legal_qualification"] == "Article 323"
    assert content["call_back_number"] == Request.objects.get(reference=first).content["call_back_number"]
    other = started(Way.POINT, cast.duty, changes=without | {"offences": ["2"]})
    assert "legal_qualification" not in Request.objects.get(reference=other).content
    assert "call_back_number" in {spec.name for spec in asked(Way.POINT, cast.drafter)}


def test_what_is_not_known_yet_does_not_stop_the_draft(cast, law):
    reference = start_emergency("point", {"requested_country": "UA"}, by=cast.duty)
    assert Request.objects.get(reference=reference).case.title == "Emergency: danger to life or safety (Ukraine)"


@pytest.mark.parametrize(
    ("way", "content", "field"),
    [
        ("", {"requested_country": "UA"}, "way"),
        ("everyone", {"requested_country": "UA"}, "way"),
        ("point", {}, "requested_country"),
        ("point", {"requested_country": "XX"}, "requested_country"),
        ("point", {"requested_country": "GE"}, "requested_country"),
        ("point", {"requested_country": "UA", "danger": "boredom"}, "danger"),
        ("point", {"requested_country": "UA", "state": "sent"}, "state"),
        ("point", {"requested_country": "UA", "emergency_facts": "x" * 20_001}, "emergency_facts"),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_leaves_nothing(cast, law, way, content, field):
    with pytest.raises(Refused) as problem:
        start_emergency(way, content, by=cast.duty)
    assert [gap.field for gap in problem.value.gaps] == [field]
    assert not Request.objects.exists()
    assert not Case.objects.exists()


def test_only_who_drafts_starts_one_and_in_no_case_that_is_hidden(cast, law, draft):
    with pytest.raises(NotEntitled):
        start_emergency("point", {"requested_country": "UA"}, by=cast.approver)
    hidden = Request.objects.get(reference=draft(restricted=True)).case.reference
    with pytest.raises(NotFound):
        start_emergency("point", {"requested_country": "UA"}, case_reference=hidden, by=cast.duty)
    assert Request.objects.count() == 1


def test_a_way_that_does_not_lead_there_says_why_and_what_else_may(cast, law):
    ways = {view.way: view for view in ways_to(UA, NOW.date())}
    assert ways[Way.POINT].closed
    assert any("signed, but is not Party" in sentence for sentence in ways[Way.POINT].why)
    assert {item.measure for item in alternatives(UA, NOW.date())} == {"preserve", "content"}
    later = {view.way: view for view in ways_to(UA, NOW.date() + timedelta(days=200))}
    assert later[Way.POINT].status == "unknown"
    assert any(sentence.startswith("Not known: whether Ukraine is bound") for sentence in later[Way.POINT].why)


def test_what_was_asked_by_voice_is_confirmed_by_the_draft_within_a_day(cast, law):
    call = log_call("UA", spoken_with="Duty officer", summary="We asked.", direction="we-called", by=cast.duty)
    reference = started(Way.POINT, cast.duty, call=call)
    request = Request.objects.get(reference=reference)
    assert request.content["oral_first"] is True
    assert request.content["oral_when"] == "2026-03-02 14:00 (UTC+0400), Duty officer"
    clock = RequestClock.objects.get(request=request, rule="oral-confirmation")
    assert (clock.state, clock.ends) == ("running", NOW + timedelta(days=1))
    with pytest.raises(Refused, match="belongs to a request already"):
        started(Way.POINT, cast.duty, call=call)
    theirs = log_call("UA", spoken_with="Duty officer", summary="They asked.", by=cast.duty)
    with pytest.raises(Refused, match="the request is theirs"):
        started(Way.POINT, cast.duty, call=theirs)
    assert PhoneCall.objects.filter(request=None).count() == 1


@pytest.fixture
def incoming(cast, law) -> str:
    """An emergency that arrived by telephone."""
    call = log_call("UA", spoken_with="Duty officer", summary="A bomb in a school.", urgent=True, by=cast.duty)
    return register_oral_request(call, "emergency-disclosure", {}, case_title="A threat", by=cast.duty)


VERIFIED = {"result": "verified", "number_from": "24/7 directory, checked today"}


def test_nothing_is_disclosed_before_a_call_back_verified_who_asks(cast, incoming):
    def execute() -> None:
        take_step(incoming, Step.EXECUTE, {"outcome": "given"}, by=cast.duty)

    with pytest.raises(NotAllowed, match="before a call-back"):
        execute()
    take_step(incoming, Step.CALL_BACK, VERIFIED | {"result": "not-verified"}, by=cast.duty)
    assert request_page(cast.duty, incoming).call_back.failed
    with pytest.raises(NotAllowed, match="before a call-back"):
        execute()
    take_step(incoming, Step.CALL_BACK, VERIFIED, by=cast.duty)
    panel = request_page(cast.duty, incoming).call_back
    assert panel.verified
    assert [call.verified for call in panel.calls] == [False, True]
    execute()
    assert Request.objects.get(reference=incoming).state == "executed"


def test_a_later_call_back_that_fails_closes_the_door_again(cast, incoming):
    take_step(incoming, Step.CALL_BACK, VERIFIED, by=cast.duty)
    take_step(incoming, Step.CALL_BACK, VERIFIED | {"result": "not-verified"}, by=cast.duty)
    with pytest.raises(NotAllowed, match="before a call-back"):
        take_step(incoming, Step.EXECUTE_PARTLY, {"given": "x", "not_given": "y"}, by=cast.duty)


def test_the_panel_names_whom_the_directory_says_and_never_a_number(cast, incoming):
    panel = request_page(cast.duty, incoming).call_back
    assert "Ministry of Internal Affairs" in [point.name for point in panel.points]
    assert panel.why_not == ""
    assert request_page(cast.auditor, incoming).call_back.why_not


def test_their_confirmation_in_writing_stops_its_clock_once(cast, incoming):
    clock = RequestClock.objects.get(request__reference=incoming, rule="oral-confirmation")
    assert clock.state == "running"
    for channel, moment in (("", NOW), ("e-mail", NOW + timedelta(hours=1)), ("e-mail", NOW - timedelta(hours=1))):
        with pytest.raises(Refused):
            confirm_oral_request(incoming, channel=channel, happened_at=moment, by=cast.duty)
    with pytest.raises(NotEntitled):
        confirm_oral_request(incoming, channel="e-mail", by=cast.auditor)
    confirm_oral_request(incoming, channel="e-mail", by=cast.duty)
    clock.refresh_from_db()
    assert clock.state == "stopped"
    assert request_page(cast.duty, incoming).oral.confirmed_at == NOW
    with pytest.raises(Refused, match="No confirmation"):
        confirm_oral_request(incoming, channel="e-mail", by=cast.duty)


def test_what_came_in_writing_awaits_no_confirmation(cast, law, at):
    with pytest.raises(Refused, match="No confirmation"):
        confirm_oral_request(at("draft"), channel="e-mail", by=cast.drafter)
