"""The desk and the pages: what they say to whom, and how many queries they cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from comity.casework.actions.add_case_note import add_case_note
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.open_case import open_case
from comity.casework.actions.register_request import register_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.start_intake import start_intake
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request
from comity.casework.queries.case_list import case_list
from comity.casework.queries.case_page import case_page
from comity.casework.queries.desk import MOST, Desk, desk
from comity.casework.queries.intake_page import intake_page
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.queries.running_clocks import running_clocks
from comity.casework.rules.clocks.clock import Colour
from comity.casework.rules.handling.table import Step as Handling
from comity.casework.rules.transitions import Verb
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW

Bring = Callable[..., str]


def _column(items: Any) -> list[tuple[str, Verb | None]]:
    return [(item.request.reference, item.verb) for item in items]


def _sent(at: Bring, cast: Any, day: date) -> str:
    reference = at("ready")
    mark_request_sent(reference, sent_on=day, channel="24/7 network", by=cast.duty)
    return reference


def test_each_sees_what_waits_for_them(cast: Any, at: Bring) -> None:
    draft, review, approved, ready = at("draft"), at("in-review"), at("approved"), at("ready")
    returned = at("in-review")
    return_for_changes(returned, "Too thin.", by=cast.approver)
    drafter = desk(cast.drafter)
    assert _column(drafter.waiting) == [(draft, Verb.EDIT)]
    assert _column(drafter.arrived) == [(returned, Verb.EDIT), (ready, Verb.MARK_SENT)]
    assert drafter.arrived[0].why == "Approver, Georgia returned it: Too thin."
    approver = desk(cast.approver)
    assert set(_column(approver.waiting)) == {(review, Verb.APPROVE), (approved, Verb.SIGN)}
    assert _column(approver.arrived) == [(ready, Verb.MARK_SENT)]
    assert not approver.may_start
    assert drafter.may_start
    duty = desk(cast.duty)
    assert _column(duty.waiting) == [(approved, Verb.SIGN)]
    for stranger in (cast.editor, cast.admin):
        assert desk(stranger).empty
    assert desk(cast.auditor).waiting == ()


def test_a_second_approver_is_not_asked_to_approve_their_own(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    Request.objects.get(reference=reference).editors.add(cast.second)
    assert desk(cast.second).waiting == ()


def test_what_is_held_arrives_with_its_reason(cast: Any, at: Bring) -> None:
    reference = at("signed")
    Request.objects.filter(reference=reference).update(hold_reason="The signed document does not stand.")
    (item,) = desk(cast.duty).arrived
    assert (item.request.reference, item.why) == (reference, "The signed document does not stand.")


def test_clocks_are_sorted_by_time_left_and_colour_as_they_run_out(
    cast: Any, at: Bring, law: None, frozen_clock: Callable[[datetime], None]
) -> None:
    first = _sent(at, cast, date(2026, 3, 2))
    frozen_clock(datetime(2026, 3, 5, 10, tzinfo=UTC))
    second = at("ready")
    mark_request_sent(second, sent_on=date(2026, 3, 5), channel="24/7 network", by=cast.duty)
    frozen_clock(datetime(2026, 4, 20, 10, tzinfo=UTC))
    running = desk(cast.duty).running
    assert [item.request.reference for item in running] == [first, second]
    clock = running[0].request.clock
    assert clock is not None
    assert (clock.colour, clock.days_left, clock.article) == (Colour.AMBER, 11, "Article 29(7)")
    assert f"{clock.ends_there:%d %b %H:%M}" == "01 May 23:59"
    frozen_clock(datetime(2026, 5, 4, 10, tzinfo=UTC))
    over = desk(cast.duty).running[0]
    assert over.request.clock is not None
    assert over.request.clock.colour is Colour.OVER
    assert "may have lapsed" in over.why
    frozen_clock(datetime(2026, 6, 4, 10, tzinfo=UTC))
    assert desk(cast.duty).running == ()


def test_a_request_with_several_clocks_stands_once_by_the_first_to_end(cast: Any, node: Any, law: None) -> None:
    content = complete() | {"requesting_country": "UA", "requested_country": "GE"}
    reference = register_request(
        "preservation", content, received_at=NOW, channel="24/7 network", case_title="Asked", by=cast.duty
    )
    take_step(reference, Handling.PRESERVE, {"until": "2026-04-30"}, by=cast.duty)
    ends = [line.clock.ends for line in running_clocks(cast.duty, ours=True) if line.clock]
    assert len(ends) > 1
    (item,) = desk(cast.duty).running
    assert item.request.reference == reference
    assert item.request.clock is not None
    assert item.request.clock.ends == min(ends)


def test_an_old_urgent_request_is_not_crowded_out_by_newer_ones(cast: Any, node: Any, law: None) -> None:
    content = complete() | {"requesting_country": "UA", "requested_country": "GE"}

    def arrive(urgency: str) -> str:
        return register_request(
            "preservation",
            content | {"urgency": urgency},
            received_at=NOW,
            channel="24/7 network",
            case_title="Asked",
            by=cast.duty,
        )

    urgent = arrive("urgent")
    for _ in range(MOST + 1):
        arrive("routine")
    column = desk(cast.duty)
    assert column.arrived[0].request.reference == urgent
    assert (len(column.arrived), column.more) == (MOST, True)


def test_the_request_page_has_all_its_tabs(cast: Any, at: Bring, law: None) -> None:
    reference = at("ready")
    mark_request_sent(
        reference, sent_on=date(2026, 3, 2), channel="24/7 network", dispatch_reference="N-7", by=cast.duty
    )
    page = request_page(cast.approver, reference)
    assert [told.sentence for told in page.timeline] == [
        "Drafter, Georgia sent the request to approval.",
        "Approver, Georgia approved the request (version 1).",
        "Approver, Georgia signed the request.",
        "This node read the signed document back: it is whole, and the request may be sent.",
        "Duty, Georgia noted that the request was sent on 2 March 2026 by 24/7 network, reference N-7.",
    ]
    assert (page.requested.country_name, page.requested.authority) == ("Ukraine", "Cyber Police Department")
    assert f"{page.requested.local_time:%H:%M}" == "12:00"
    assert f"{page.requesting.local_time:%H:%M}" == "14:00"
    assert page.line.clock is not None
    assert page.data["reference"] == reference
    assert page.document is not None
    assert page.form.complete
    assert page.form.done == page.form.total
    assert [link.reference for link in page.chain] == [reference]
    assert len(page.entries) == 5
    assert not any(step.possible for step in page.steps)
    assert "assumed" in page.provenance


def test_what_time_overtakes_after_the_signature_is_no_gap(
    cast: Any, at: Bring, frozen_clock: Callable[[datetime], None]
) -> None:
    signed, approved = at("signed"), at("approved")
    frozen_clock(datetime(2026, 5, 1, tzinfo=UTC))
    assert request_page(cast.duty, signed).form.complete
    assert [gap.field for gap in request_page(cast.duty, approved).form.gaps] == ["assistance_expected"]


def test_the_page_says_what_can_be_done_and_why_the_rest_cannot(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    assert request_page(cast.approver, reference).next_step is not None
    assert request_page(cast.approver, reference).may("approve")
    drafter = request_page(cast.drafter, reference)
    assert drafter.next_step is None
    reasons = {step.verb: step.why_not for step in drafter.steps}
    assert "role of approver" in reasons[Verb.APPROVE]
    assert reasons[Verb.RETURN] == ""


def test_tickets_of_one_case_are_a_chain(cast: Any, at: Bring) -> None:
    first = at("ready", status="new")
    mark_request_sent(first, sent_on=date(2026, 3, 2), channel="24/7 network", dispatch_reference="UA-77", by=cast.duty)
    second = at("draft", status="extension", previous_reference="UA-77")
    before = Request.objects.get(reference=first)
    Request.objects.filter(reference=second).update(case=before.case, follows=before)
    for reference in (first, second):
        links = request_page(cast.duty, reference).chain
        assert [link.reference for link in links] == [first, second]
        assert [link.current for link in links] == [reference == first, reference == second]


def test_the_letter_can_be_previewed_before_and_after_signing(cast: Any, at: Bring) -> None:
    assert request_letter(cast.duty, at("draft", necessity="")).signatory.function == "—"
    assert request_letter(cast.duty, at("signed")).signatory.function == "Approver, Georgia"


def test_lists_search_and_turn_pages(cast: Any, node: Any) -> None:
    references = [open_case(f"Case number {number}", by=cast.drafter) for number in range(27)]
    first, second = case_list(cast.duty), case_list(cast.duty, page=2)
    assert [line.reference for line in (*first.lines, *second.lines)] == references[::-1]
    assert (first.more, second.more) == (True, False)
    assert [line.title for line in case_list(cast.duty, text=" NUMBER 26").lines] == ["Case number 26"]
    assert [line.reference for line in case_list(cast.duty, text=references[3]).lines] == [references[3]]
    assert case_list(cast.duty, text="%").lines == ()
    assert case_list(cast.duty, text="\x00", page=-3).page == 1


def test_pages_cost_the_same_number_of_queries_however_much_there_is(
    cast: Any, at: Bring, law: None, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    def measure(user: Any, reference: str) -> None:
        case = Request.objects.get(reference=reference).case.reference
        request_page(user, reference)  # what is kept between requests is kept now
        with django_assert_max_num_queries(14):
            request_page(user, reference)
        with django_assert_max_num_queries(8):
            case_page(user, case)
        with django_assert_max_num_queries(3):
            case_list(user)
        with django_assert_max_num_queries(13):  # an empty column asks for no clocks
            desk(user)

    reference = at("approved")
    measure(cast.drafter, reference)
    case = Request.objects.get(reference=reference).case
    for state in ("draft", "in-review", "approved", "ready"):
        Request.objects.filter(reference=at(state)).update(case=case)
    for number in range(5):
        add_case_note(case.reference, f"Note {number}", by=cast.drafter)
    measure(cast.drafter, reference)
    intake = start_intake(by=cast.duty)
    answer_intake(intake, "hold", {"text": "203.0.113.4:80 2026-02-27 02:14:09 UTC"}, by=cast.duty)
    need = {"measure": "preserve", "data": ["traffic"], "requested_country": "UA", "urgent": False}
    answer_intake(intake, "need", need, by=cast.duty)
    with django_assert_num_queries(2):
        intake_page(cast.duty, intake)
    assert isinstance(desk(cast.duty), Desk)
    assert [item.text for item in desk(cast.duty).intakes] == ["203.0.113.4:80 2026-02-27 02:14:09 UTC"]
