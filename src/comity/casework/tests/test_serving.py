"""An order under Article 8 of the Second Protocol, from both sides: the clocks that begin and end with its service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from comity.casework.actions.correct_event import correct_event
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request, RequestClock
from comity.casework.queries.request_page import request_page
from comity.casework.queries.step_page import step_page
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.conftest import NOW

SERVED = {"provider": "Example Telecom", "manner": "Through its portal"}
PERIODS = ("cets224-8-subscriber", "cets224-8-traffic")
Freeze = Callable[[datetime], None]


@pytest.fixture
def order(cast: Any, law: None) -> str:
    """An order of Moldova's, asked of Georgia for both kinds of data, that arrived an hour ago."""
    content = {
        "requesting_country": "MD",
        "requested_country": "GE",
        "service_provider": "Example Telecom",
        "data": ["subscriber", "traffic"],
    }
    return register_request(
        "order-to-give-effect",
        content,
        received_at=NOW - timedelta(hours=1),
        channel="central authority",
        case_title="Asked",
        by=cast.duty,
    )


@pytest.fixture
def abroad(cast: Any, law: None, at: Callable[..., str]) -> str:
    """One of ours, which left for Ukraine."""
    reference = at("ready")
    content = {"service_provider": "Example Telecom", "data": ["subscriber", "traffic"]}
    Request.objects.filter(reference=reference).update(kind="order-to-give-effect", content=content)
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="central authority", by=cast.duty)
    return reference


def states(reference: str) -> dict[str, str]:
    return dict(RequestClock.objects.filter(request__reference=reference).values_list("rule", "state"))


def ends(reference: str, rule: str) -> datetime:
    return RequestClock.objects.get(request__reference=reference, rule=rule).ends


def test_service_stops_one_clock_and_begins_the_others(cast: Any, order: str, frozen_clock: Freeze) -> None:
    assert states(order) == {"cets224-8-serve": "running", "receipt": "running"}
    assert ends(order, "cets224-8-serve") == datetime(2026, 4, 16, 19, 59, 59, tzinfo=UTC)  # midnight in Tbilisi
    take_step(order, Step.ACKNOWLEDGE, {}, by=cast.duty)
    page = request_page(cast.duty, order)
    assert page.next_handling is not None
    assert page.next_handling.step is Step.SERVE
    assert page.next_handling.label == "Record that the order was served"
    assert step_page(cast.duty, order, Step.SERVE).proposed == {"provider": "Example Telecom"}
    take_step(order, Step.SERVE, SERVED, by=cast.duty)
    assert states(order) == {"cets224-8-serve": "stopped", "receipt": "stopped"} | dict.fromkeys(PERIODS, "running")
    assert [f"{ends(order, rule):%d %B}" for rule in PERIODS] == ["22 March", "16 April"]
    page = request_page(cast.duty, order)
    assert page.line.state == "acknowledged"
    assert page.next_handling is not None
    assert page.next_handling.step is Step.EXECUTE
    assert page.timeline[-1].sentence.endswith("noted that the order was served on Example Telecom.")
    frozen_clock(NOW + timedelta(days=3))
    take_step(order, Step.EXECUTE, {"outcome": "given"}, by=cast.approver)
    assert set(states(order).values()) == {"stopped"}


def test_of_an_order_of_ours_we_record_that_they_served_it(cast: Any, abroad: str) -> None:
    page = request_page(cast.drafter, abroad)
    labels = {choice.step: choice.label for choice in page.handling}
    assert labels[Step.SERVE] == "Record that they served the order"
    take_step(abroad, Step.FORWARD, {"authority": "A court", "informed": True}, by=cast.drafter)
    assert not set(PERIODS) & set(states(abroad))  # passing it on is no service
    take_step(abroad, Step.SERVE, SERVED, by=cast.drafter)
    clocks = RequestClock.objects.filter(request__reference=abroad, rule__in=PERIODS)
    assert {(row.state, row.ours, row.said["zone"]) for row in clocks} == {("running", False, "Europe/Kyiv")}


def test_a_corrected_service_counts_anew(cast: Any, order: str, frozen_clock: Freeze) -> None:
    frozen_clock(NOW + timedelta(days=5))
    entry = take_step(order, Step.SERVE, SERVED, by=cast.duty)
    late = ends(order, "cets224-8-subscriber")
    right = NOW + timedelta(days=2)
    correct_event(order, entry.sequence, happened_at=right, reason="The provider's receipt.", by=cast.duty)
    assert ends(order, "cets224-8-subscriber") == late - timedelta(days=3)


def test_while_more_is_awaited_the_clock_is_held(cast: Any, order: str, frozen_clock: Freeze) -> None:
    take_step(order, Step.ASK, {"missing": ["legal-basis"]}, by=cast.duty)
    row = RequestClock.objects.get(request__reference=order, rule="cets224-8-serve")
    assert (row.state, row.next_reminder_at) == ("held", None)
    assert row.said["held_says"].startswith("Held until what was asked for has come")
    frozen_clock(NOW + timedelta(days=9))
    take_step(order, Step.COMPLETE, {}, by=cast.duty)
    assert states(order)["cets224-8-serve"] == "running"
    assert f"{ends(order, 'cets224-8-serve'):%d %B}" == "25 April"


def test_who_is_served_must_be_said_and_nothing_but_an_order_is_served(
    cast: Any, order: str, at: Callable[..., str]
) -> None:
    with pytest.raises(Refused):
        take_step(order, Step.SERVE, {"provider": " "}, by=cast.duty)
    with pytest.raises(NotAllowed, match="role of"):
        take_step(order, Step.SERVE, SERVED, by=cast.drafter)
    assert not set(PERIODS) & set(states(order))
    other = at("ready")
    with pytest.raises(NotFound):
        step_page(cast.duty, other, Step.SERVE)


def test_a_part_given_first_ends_its_own_period_and_leaves_the_ticket_open(
    cast: Any, order: str, frozen_clock: Freeze
) -> None:
    take_step(order, Step.SERVE, SERVED, by=cast.duty)
    frozen_clock(NOW + timedelta(days=3))
    part = {"data": ["subscriber"], "given": "Name and address."}
    with pytest.raises(NotAllowed, match="role of"):
        take_step(order, Step.GIVE_PART, part, by=cast.drafter)
    with pytest.raises(Refused, match="Nothing says which data"):
        take_step(order, Step.GIVE_PART, {"given": "Name and address."}, by=cast.duty)
    take_step(order, Step.GIVE_PART, part, by=cast.approver)
    assert states(order)["cets224-8-subscriber"] == "stopped"
    assert states(order)["cets224-8-traffic"] == "running"
    page = request_page(cast.duty, order)
    assert (page.line.state, page.next_handling and page.next_handling.step) == ("received", Step.ACKNOWLEDGE)
    assert page.timeline[-1].sentence.endswith("gave part of what was asked for: subscriber information.")
    report = Request.objects.get(reference=draft_follow_up(order, "execution-report", by=cast.duty))
    assert (report.content["outcome"], report.content["given"]) == ("partly", "Name and address.")
    take_step(order, Step.EXECUTE, {"outcome": "given"}, by=cast.approver)
    assert set(states(order).values()) == {"stopped"}
