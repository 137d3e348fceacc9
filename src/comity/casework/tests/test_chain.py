"""A chain of tickets: what one of them means for those further up, and what rests on one that ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request, RequestClock
from comity.casework.queries.request_page import request_page
from comity.casework.queries.step_page import step_page
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kind
from comity.casework.rules.statistics.cell import Followed, What
from comity.casework.rules.statistics.course import course
from comity.casework.rules.statistics.family import Family
from comity.casework.rules.statistics.history import corrected
from comity.casework.tests.complete import complete_of
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]

ASSISTANCE = "mla-stored-data"


@pytest.fixture
def sent(cast: Any, law: None, at: Bring) -> str:
    reference = at("ready", status="new")
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    return reference


@pytest.fixture
def follow(cast: Any) -> Callable[[str, str], str]:
    """Drafts what follows a ticket and sends it."""

    def sends(earlier: str, name: str) -> str:
        reference = draft_follow_up(earlier, name, by=cast.drafter)
        version = edit_request(reference, complete_of(kind(name)), version=1, by=cast.drafter)
        submit_for_review(reference, version=version, by=cast.drafter)
        approve_request(reference, version=version, by=cast.approver)
        sign_request(reference, version=version, by=cast.approver)
        release_request(reference)
        mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="e-mail", by=cast.duty)
        return reference

    return sends


@pytest.mark.parametrize(
    "between",
    [
        (),
        ("extension",),
        ("extension", "extension"),
        ("mla-subscriber",),
        ("extension", "mla-subscriber"),
        ("mla-subscriber", "mla-subscriber"),
    ],
)
def test_whatever_stands_between_a_preservation_is_held_while_assistance_is_pending(
    cast: Any, sent: str, follow: Bring, between: tuple[str, ...]
) -> None:
    """Article 29(7). What came before it has been decided: only the last request is pending."""
    preserving, last = [sent], sent
    for name in between:
        last = follow(last, name)
        if kind(name).preserves:
            preserving.append(last)
        else:
            take_step(last, Step.EXECUTE, {"outcome": "no-data"}, by=cast.duty)
    assert not any(held(each) for each in preserving)
    pending = follow(last, ASSISTANCE)
    assert all(held(each) for each in preserving)
    take_step(pending, Step.EXECUTE, {"outcome": "no-data"}, by=cast.duty)
    assert not any(held(each) for each in preserving)


def test_an_answer_further_down_says_nothing_to_what_is_preserved(cast: Any, sent: str, follow: Bring) -> None:
    extension = follow(sent, "extension")
    supplement = draft_follow_up(extension, "supplement", by=cast.drafter)
    assert supplement not in {move["follow_up"] for move in moves(sent)}
    assert supplement in {move["follow_up"] for move in moves(extension)}


def test_the_story_names_what_it_follows(cast: Any, sent: str, follow: Bring) -> None:
    extension = follow(sent, "extension")
    assistance = draft_follow_up(extension, ASSISTANCE, by=cast.drafter)
    assert request_page(cast.duty, sent).timeline[-1].sentence.endswith(f"{assistance}, which follows {extension}.")


def test_each_ticket_is_counted_once_however_long_the_chain(sent: str, follow: Bring) -> None:
    first = follow(sent, "extension")
    second = follow(first, "extension")
    follow(second, ASSISTANCE)
    assert counted(sent) == [(What.EXTENSION, "yes"), (What.FOLLOWED, Followed.EXTENDED.value)]
    assert counted(first) == [(What.EXTENSION, "yes"), (What.FOLLOWED, Followed.EXTENDED.value)]
    assert counted(second) == [(What.FOLLOWED, Followed.IN_TIME.value)]


def test_withdrawing_a_preservation_shows_the_extension_that_preserves(cast: Any, sent: str, follow: Bring) -> None:
    take_step(sent, Step.PRESERVE, {}, by=cast.duty)
    extension = follow(sent, "extension")
    take_step(extension, Step.PRESERVE, {}, by=cast.duty)
    assert [link.reference for link in step_page(cast.duty, sent, "withdraw").dependents] == [extension]


def test_a_notice_that_has_left_rests_on_nothing(cast: Any, sent: str, follow: Bring) -> None:
    told = follow(sent, "supplement")
    draft = draft_follow_up(sent, "supplement", by=cast.drafter)
    dependents = step_page(cast.duty, sent, "withdraw").dependents
    assert [link.reference for link in dependents] == [draft], told


def test_assistance_after_information_given_is_asked_of_the_authority_for_it(cast: Any, at: Bring, law: None) -> None:
    told = at("ready", status="new")
    mark_request_sent(told, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    Request.objects.filter(reference=told).update(kind="emergency-disclosure")
    row = Request.objects.get(reference=draft_follow_up(told, ASSISTANCE, by=cast.drafter))
    assert row.content["requested_authority"] == "Prosecutor General's Office"


def held(reference: str) -> bool:
    clocks = RequestClock.objects.filter(request__reference=reference)
    return "held" in clocks.values_list("state", flat=True)


def moves(reference: str) -> list[Any]:
    return [entry.payload for entry in entries_about(f"request:{reference}") if entry.name == "follow-up-moved"]


def counted(reference: str) -> list[tuple[What, str]]:
    row = Request.objects.get(reference=reference)
    zone = ZoneInfo(row.requested_zone)
    history = corrected(entries_about(f"request:{reference}"), zone)
    begun = next(told for told in history if told.name == "request-sent")
    found = course(Direction(row.direction), Family.PRESERVATION, zone, begun, history)
    return [(what, key) for what, key in found if what in {What.EXTENSION, What.FOLLOWED}]
