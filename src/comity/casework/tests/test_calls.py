"""Calls and test calls: written down once, refused where they say nothing, seen by whoever may see them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from comity.casework.actions.log_call import log_call
from comity.casework.actions.record_ping import record_ping
from comity.casework.actions.register_oral_request import register_oral_request
from comity.casework.models import PhoneCall, Ping, Request
from comity.casework.queries.phone_log import call_view, phone_log
from comity.casework.queries.pings import counterparts
from comity.casework.rules.duty.oral import may_be_oral
from comity.casework.rules.duty.ping import PingResult, Standing, standing
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kinds
from comity.casework.tests.conftest import NOW
from comity.kernel import clock
from comity.ledger.queries.entries import entries_about, latest
from comity.people.rules.roles import NotEntitled

SAID = "A threat to bomb a school was sent from 203.0.113.45:51514 on 2026-03-02 09:40:00 UTC+2."


def logged(by, **changes):
    given = {"country": "ua", "spoken_with": " Duty officer ", "summary": SAID, "urgent": True} | changes
    return log_call(given.pop("country"), **given, by=by)


def test_a_call_is_written_down_and_the_ledger_keeps_none_of_its_words(cast, node):
    number = logged(cast.duty)
    call = call_view(cast.duty, number)
    assert (call.country, call.spoken_with, call.at, call.request_reference) == ("UA", "Duty officer", NOW, "")
    entry = latest(1)[0]
    assert (entry.name, entry.subject, entry.payload["country"]) == ("phone-call-logged", f"call:{number}", "UA")
    assert "203.0.113.45" not in str(entry.payload)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"country": ""}, "country", "Nothing says which country"),
        ({"country": "XX"}, "country", "not a country code"),
        ({"spoken_with": " "}, "spoken_with", "nothing is written here"),
        ({"summary": ""}, "summary", "nothing is written here"),
        ({"summary": "x" * 4001}, "summary", "4001 characters are too many"),
        ({"summary": "\x00"}, "summary", "cannot be stored"),
        ({"direction": "sideways"}, "direction", "not among the choices"),
        ({"channel": "pigeon"}, "channel", "not among the choices"),
        ({"at": NOW + timedelta(minutes=1)}, "at", "lies in the future"),
        ({"at": NOW - timedelta(days=32)}, "at", "more than 31 days ago"),
        ({"at": NOW.replace(tzinfo=None)}, "at", "no time zone"),
    ],
)
def test_a_call_that_says_nothing_is_refused_and_nothing_is_kept(cast, node, changes, field, sentence):
    with pytest.raises(Refused) as problem:
        logged(cast.duty, **changes)
    assert [gap.field for gap in problem.value.gaps] == [field]
    assert sentence in str(problem.value)
    assert not PhoneCall.objects.exists()
    assert latest(1) == []


def test_only_who_works_with_requests_writes_calls_down(cast, node):
    for user in (cast.auditor, cast.editor, cast.admin):
        with pytest.raises(NotEntitled):
            logged(user)
    assert logged(cast.approver)


def test_a_call_about_a_hidden_request_is_hidden_too(cast, draft):
    reference = draft(restricted=True)
    number = logged(cast.drafter, request_reference=reference)
    assert [line.id for line in phone_log(cast.drafter).lines] == [number]
    assert phone_log(cast.duty).lines == ()
    with pytest.raises(NotFound):
        call_view(cast.duty, number)
    with pytest.raises(NotFound):
        logged(cast.duty, request_reference=reference)
    assert entries_about(f"request:{reference}")[-1].name == "phone-call-logged"


def test_the_log_is_found_by_words_and_by_country(cast, node):
    first = logged(cast.duty)
    second = logged(cast.duty, country="MD", summary="Asks for our opening hours.")
    assert [line.id for line in phone_log(cast.duty).lines] == [second, first]
    assert [line.id for line in phone_log(cast.duty, "bomb").lines] == [first]
    assert [line.id for line in phone_log(cast.duty, "moldova").lines] == [second]
    assert phone_log(cast.duty, "nothing like it").lines == ()


@pytest.mark.parametrize("count", [1, 12])
def test_the_log_takes_the_same_queries_however_long(cast, draft, django_assert_num_queries, count):
    reference = draft()
    for _ in range(count):
        logged(cast.duty, request_reference=reference)
    with django_assert_num_queries(3):
        phone_log(cast.duty)


def test_an_oral_request_becomes_a_ticket_that_waits_for_its_confirmation(cast, law):
    at = NOW - timedelta(minutes=20)
    number = logged(cast.duty, at=at)
    reference = register_oral_request(number, "emergency-disclosure", {}, case_title="A threat", by=cast.duty)
    request = Request.objects.get(reference=reference)
    assert (request.direction, request.state, request.received_at) == ("incoming", "received", at)
    assert (request.requesting_country, request.requested_country, request.counterpart) == ("UA", "GE", "UA")
    assert request.content["emergency_facts"] == SAID
    assert [item["text"] for item in request.content["identifiers"]] == ["203.0.113.45:51514 2026-03-02T07:40:00Z"]
    names = {entry.name: entry.payload for entry in entries_about(f"request:{reference}")}
    assert names["request-registered"]["oral"] is True
    assert names["request-made-orally"]["happened_at"] == at.isoformat()
    assert call_view(cast.duty, number).request_reference == reference


def test_a_call_becomes_one_ticket_only_and_ours_becomes_none(cast, law):
    number = logged(cast.duty)
    register_oral_request(number, "preservation", {}, case_title="A threat", by=cast.duty)
    with pytest.raises(Refused, match="ticket already"):
        register_oral_request(number, "preservation", {}, case_title="A threat", by=cast.duty)
    ours = logged(cast.duty, direction="we-called")
    with pytest.raises(Refused, match="the request is ours"):
        register_oral_request(ours, "preservation", {}, case_title="A threat", by=cast.duty)
    other = logged(cast.duty)
    for kind in ("provider-emergency", "nothing"):
        with pytest.raises(Refused, match="not asked for by voice"):
            register_oral_request(other, kind, {}, case_title="A threat", by=cast.duty)
    assert Request.objects.count() == 1


def test_what_can_be_asked_by_voice():
    oral = {name for name, kind in kinds().items() if may_be_oral(kind)}
    emergencies = {"emergency-disclosure", "emergency-mla"}
    assert oral == emergencies | {"preservation", "mla-subscriber", "mla-stored-data"}


def test_a_test_call_is_recorded_for_the_figures(cast, law):
    record_ping("UA", result="answered", minutes=4, authority_id="ua-interior", by=cast.duty)
    ping = Ping.objects.get()
    assert (ping.authority_id, ping.minutes) == ("ua-interior", 4)
    assert "Interior" in ping.authority or "Internal" in ping.authority
    entry = latest(1)[0]
    assert (entry.name, entry.subject) == ("test-call-made", "counterpart:UA")
    assert entry.payload["result"] == "answered"
    assert entry.payload["minutes"] == 4
    assert entry.payload["happened_at"] == NOW.isoformat()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"minutes": None}, "minutes"),
        ({"minutes": -1}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"result": "maybe"}, "result"),
        ({"authority_id": "ge-interior"}, "authority_id"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_a_test_call_that_cannot_be_is_refused(cast, law, changes, field):
    with pytest.raises(Refused) as problem:
        record_ping("UA", **({"result": "answered", "minutes": 4} | changes), by=cast.duty)
    assert [gap.field for gap in problem.value.gaps] == [field]
    assert not Ping.objects.exists()


def test_nobody_answered_within_no_minutes(cast, law):
    record_ping("UA", result="no-answer", minutes=7, by=cast.duty)
    assert Ping.objects.get().minutes is None


def test_a_counterpart_is_due_after_a_quarter_and_at_once_where_the_last_test_failed(cast, law):
    record_ping("UA", result="answered", minutes=4, by=cast.duty)
    record_ping("AM", result="wrong-number", by=cast.duty)
    record_ping("FR", result="answered", minutes=1, by=cast.duty)
    found = {one.country: one for one in counterparts()}
    assert "GE" not in found
    assert found["UA"].standing is Standing.FRESH
    assert found["AM"].standing is Standing.FAILED
    assert found["AZ"].standing is Standing.NEVER
    assert len(found["AM"].points) == 2
    assert found["FR"].points == ()
    assert counterparts()[0].country == "AM"
    with clock.frozen(NOW + timedelta(days=93)):
        assert {one.country: one for one in counterparts()}["UA"].standing is Standing.DUE


def test_the_test_calls_take_two_queries(cast, law, django_assert_num_queries):
    for _ in range(5):
        record_ping("UA", result="no-answer", by=cast.duty)
    with django_assert_num_queries(2):
        counterparts()


@pytest.mark.parametrize("result", list(PingResult))
def test_a_test_that_was_not_answered_is_to_be_repeated(result):
    expected = Standing.FRESH if result is PingResult.ANSWERED else Standing.FAILED
    assert standing(NOW, result, NOW) is expected
