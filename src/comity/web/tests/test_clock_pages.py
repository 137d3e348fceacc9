"""The pages of clocks: narrowed, seen, corrected; and the calendar that its secret address opens, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.raise_reminders import raise_reminders
from comity.casework.actions.take_step import take_step
from comity.casework.models import Case, RequestClock
from comity.casework.rules.handling.table import Step
from comity.ledger.queries.entries import entries_about
from comity.people.actions.create_token import create_token
from comity.people.actions.revoke_token import revoke_token
from comity.people.queries.tokens import tokens_of
from comity.people.rules.tokens import Purpose

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
Freeze = Callable[[datetime], None]
REFUSAL = {"ground": "ets185:29(5)(a)", "reason": "Political.", "consulted": True}


@pytest.fixture
def sent(world: Any, at: Any) -> str:
    """A preservation request that left on 2 March 2026."""
    reference = str(at("ready"))
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=world.users["duty"])
    return reference


def secret_of(user: Any, **more: Any) -> str:
    return create_token(user, name="Calendar", purpose=Purpose.CALENDAR, by=user, **more)


def events(response: Any) -> dict[str, Any]:
    found = Calendar.from_ical(response.content)
    assert found["method"] == "PUBLISH"
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


def test_what_runs_out_is_narrowed_by_time_and_by_whoever_must_act(world: Any, sent: str) -> None:
    page = world.duty.get("/clocks/").content.decode()
    assert "Receipt is not confirmed" in page
    assert "Practice, not law" in page
    assert "Preservation may lapse" not in page  # within 30 days it does not
    page = world.duty.get("/clocks/?within=all&who=ours").content.decode()
    assert "Preservation may lapse" in page
    assert "Article 29(7)" in page
    assert "Receipt is not confirmed" not in page
    assert "Nothing runs out" in world.duty.get("/clocks/?within=shift&who=theirs").content.decode()
    assert world.duty.get("/clocks/?within=%00&who=nobody").status_code == 200


def test_whoever_sees_no_case_sees_no_clock(world: Any, sent: str) -> None:
    assert sent not in world.editor.get("/clocks/?within=all").content.decode()
    Case.objects.update(restricted=True)
    assert sent not in world.duty.get("/clocks/?within=all").content.decode()
    assert sent in world.drafter.get("/clocks/?within=all").content.decode()
    assert world.duty.get(f"/requests/{sent}/clocks/").status_code == 404


def test_a_reminder_is_shown_until_it_is_seen(world: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(datetime(2026, 4, 10, tzinfo=UTC))
    raise_reminders()
    page = world.drafter.get("/clocks/").content.decode()
    assert "Reminders" in page
    number = RequestClock.objects.get(rule="ets185-29-7").reminders.get(role="drafter").pk
    address = f"/clocks/reminders/{number}/seen/"
    assert address in page
    assert world.approver.post(address).status_code == 403
    answer = world.drafter.post(address, {"next": "/clocks/?within=7"})
    assert (answer.status_code, answer["Location"]) == (302, "/clocks/?within=7")
    assert "Reminders" not in world.drafter.get("/clocks/").content.decode()
    assert world.drafter.post(address, {"next": "https://example.org/"})["Location"] == "/clocks/"


def test_a_request_shows_each_clock_with_what_it_rests_on(world: Any, sent: str) -> None:
    page = world.approver.get(f"/requests/{sent}/clocks/").content.decode()
    for text in (
        "Preservation may lapse",
        "60 days after 2 March 2026",
        "Counted from the day of dispatch",
        "No text of law sets this number",
        "Correct the moment",
    ):
        assert text in page
    assert "Correct the moment" not in world.auditor.get(f"/requests/{sent}/clocks/").content.decode()


def test_the_first_page_of_a_request_names_what_runs_and_marks_practice(
    world: Any, sent: str, frozen_clock: Freeze
) -> None:
    page = " ".join(world.approver.get(f"/requests/{sent}/").content.decode().split())
    watched = page[page.index('aria-labelledby="watched"') : page.index('aria-label="Timeline"')]
    for text in (
        "Preservation may lapse",
        "(<time",
        "1 May, 23:59 Kyiv",
        "Preservation may lapse: Article 29(7), Budapest Convention",
        "We must act",
        "Receipt is not confirmed: our practice, not law",
        "They must act",
    ):
        assert text in watched
    assert watched.count("clock-practice") == watched.count("<em>practice</em>") == 1
    take_step(sent, Step.REFUSE, REFUSAL, by=world.users["duty"])
    assert 'aria-labelledby="watched"' not in world.approver.get(f"/requests/{sent}/").content.decode()


def test_a_moment_is_corrected_with_a_reason_and_nothing_typed_is_lost(world: Any, sent: str) -> None:
    number = next(e.sequence for e in entries_about(f"request:{sent}") if e.name == "request-sent")
    address = f"/requests/{sent}/clocks/correct/{number}/"
    assert "2 March 2026" in world.duty.get(address).content.decode()
    refused = world.duty.post(address, {"happened_on": "2026-03-09", "happened_time": "10:00", "reason": "My reason"})
    assert refused.status_code == 422
    assert "lies in the future" in refused.content.decode()
    assert "My reason" in refused.content.decode()
    wrong = world.duty.post(address, {"happened_on": "soon", "happened_time": "10:00", "reason": "My reason"})
    assert "is not a day" in wrong.content.decode()
    done = world.duty.post(address, {"happened_on": "2026-03-02", "happened_time": "13:30", "reason": "The receipt."})
    assert done["Location"] == f"/requests/{sent}/clocks/"
    assert entries_about(f"request:{sent}")[-1].name == "event-corrected"
    assert "corrected" in world.duty.get(f"/requests/{sent}/clocks/").content.decode()
    assert world.auditor.post(address, {"reason": "x"}).status_code in {403, 422}
    assert world.duty.get(f"/requests/{sent}/clocks/correct/1/")["Location"] == f"/requests/{sent}/clocks/"


def test_the_calendar_shows_what_runs_out_without_naming_the_case(world: Any, sent: str) -> None:
    response = Client().get(f"/clocks/{secret_of(world.users['duty'])}.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    found = events(response)
    event = found[f"{sent}-ets185-29-7@comity"]
    assert event["dtend"].dt == datetime(2026, 5, 1, 20, 59, 59, tzinfo=UTC)
    assert str(event["summary"]) == f"Preservation may lapse: {sent} (Ukraine)"
    assert str(event["url"]).endswith(f"/requests/{sent}/clocks/")
    assert next(alarm["trigger"].dt for alarm in event.walk("VALARM")) == datetime(2026, 4, 9, 21, tzinfo=UTC)
    assert all(alarm["trigger"].params.get("VALUE") == "DATE-TIME" for alarm in event.walk("VALARM"))
    assert "Practice" in str(found[f"{sent}-receipt@comity"]["description"])
    assert b"Ransomware" not in response.content
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_each_calendar_holds_what_its_user_may_see(world: Any, sent: str) -> None:
    duty, editor = secret_of(world.users["duty"]), secret_of(world.users["editor"])
    assert events(Client().get(f"/clocks/{editor}.ics")) == {}
    Case.objects.update(restricted=True)
    assert events(Client().get(f"/clocks/{duty}.ics")) == {}


def test_an_event_keeps_its_name_while_its_clock_moves(world: Any, sent: str) -> None:
    secret = secret_of(world.users["duty"])
    before = events(Client().get(f"/clocks/{secret}.ics"))
    RequestClock.objects.filter(rule="ets185-29-7").update(ends=NOW + timedelta(days=90))
    after = events(Client().get(f"/clocks/{secret}.ics"))
    assert set(before) == set(after)


def test_a_token_that_opens_nothing_says_so_and_leaks_nothing(world: Any, sent: str, frozen_clock: Freeze) -> None:
    duty = world.users["duty"]
    api = create_token(duty, name="Program", purpose=Purpose.API, scopes=["read"], by=duty)
    for unknown in ("comity_nothing", "x" * 500, api):
        answer = Client().get(f"/clocks/{unknown}.ics")
        assert answer.status_code == 404
        assert "not known here" in answer.content.decode()
        assert sent not in answer.content.decode()
    secret = secret_of(duty, expires_at=NOW + timedelta(days=1))
    (token,) = [token for token in tokens_of(duty) if token.purpose is Purpose.CALENDAR]
    revoke_token(token.id, by=duty)
    answer = Client().get(f"/clocks/{secret}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (410, "text/plain; charset=utf-8")
    assert "revoked" in answer.content.decode()
    assert "Duty" not in answer.content.decode()
    assert Client().post(f"/clocks/{secret}.ics").status_code == 405


def test_the_feed_takes_as_many_queries_for_many_clocks_as_for_one(
    world: Any, sent: str, django_assert_max_num_queries: Any
) -> None:
    secret = secret_of(world.users["duty"])
    Client().get(f"/clocks/{secret}.ics")
    with django_assert_max_num_queries(4):
        Client().get(f"/clocks/{secret}.ics")
    with django_assert_max_num_queries(12):
        world.duty.get("/clocks/?within=all")
