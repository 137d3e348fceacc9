"""Numbers have no gap however many ask at once, and of two who act at once one is told of the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction

from comity.casework.access import request_for
from comity.casework.actions.add_case_note import add_case_note
from comity.casework.actions.allocate_reference import allocate_case_reference, allocate_request_reference
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.draft_request import draft_request
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.start_intake import start_intake
from comity.casework.models import Request, RequestClock
from comity.casework.queries.intake_page import intake_page
from comity.casework.queries.requester import requester_for
from comity.casework.rules.refusal import ChangedMeanwhile
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.conftest import NOW
from comity.kernel.clock import frozen
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import entries_about

pytestmark = pytest.mark.django_db(transaction=True)


def _take(number: int) -> str:
    """One number; every third is taken in a transaction that is rolled back."""
    try:
        with transaction.atomic():
            reference = str(allocate_case_reference())
            transaction.set_rollback(number % 3 == 0)
        return "" if number % 3 == 0 else reference
    finally:
        connection.close()


def test_many_at_once_get_numbers_without_gaps() -> None:
    with ThreadPoolExecutor(8) as pool:
        given = sorted(filter(None, pool.map(_take, range(24))))
    assert [reference.rpartition("-")[2] for reference in given] == [f"{number:05d}" for number in range(1, 17)]


def _at_once(*acts: Callable[[], Any]) -> list[str]:
    """What became of acts that begin together, each in a thread and on a connection of its own."""

    def run(act: Callable[[], Any]) -> str:
        from comity.casework.tests.conftest import NOW

        try:
            with frozen(NOW):
                act()
        except (ChangedMeanwhile, NotAllowed) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_of_two_edits_at_once_one_is_told_of_the_other(cast: Any, draft: Callable[..., str]) -> None:
    reference = draft()
    ends = _at_once(
        lambda: edit_request(reference, {"summary": "Hers."}, version=1, by=cast.drafter),
        lambda: edit_request(reference, {"summary": "His."}, version=1, by=cast.duty),
    )
    assert ends == ["ChangedMeanwhile", "done"]
    assert Request.objects.get(reference=reference).version == 2


def test_of_two_approvals_at_once_one_counts(cast: Any, at: Callable[..., str]) -> None:
    reference = at("in-review")
    approvals = [partial(approve_request, reference, version=1, by=user) for user in (cast.approver, cast.second)]
    ends = _at_once(*approvals)
    assert ends == ["NotAllowed", "done"]
    names = [entry.name for entry in entries_about(f"request:{reference}")]
    assert names.count("request-approved") == 1
    assert verify_chain().whole


def test_an_intake_drafted_twice_at_once_becomes_one_request(cast: Any, law: None) -> None:
    intake = start_intake(by=cast.duty)
    answer_intake(intake, "hold", {"text": "203.0.113.4:80 2026-02-27 02:14:09 UTC"}, by=cast.duty)
    need = {"measure": "preserve", "data": ["traffic"], "requested_country": "UA", "urgent": False}
    answer_intake(intake, "need", need, by=cast.duty)
    plan = intake_page(cast.duty, intake).plan
    assert plan is not None
    answer_intake(intake, "way", {"route_key": plan.routes[0].key}, by=cast.duty)
    drafting = partial(draft_request, intake, requester=requester_for(cast.duty), case_title="Once", by=cast.duty)
    assert _at_once(*[drafting] * 3) == ["done"] * 3
    assert Request.objects.count() == 1


def test_a_case_with_its_request_and_a_request_in_a_case_do_not_wait_for_each_other_in_a_ring(
    cast: Any, draft: Callable[..., str]
) -> None:
    """One needs a number, the ledger, then another number; the other a number, then the ledger."""
    holds = threading.Barrier(2, timeout=1)

    def both() -> None:
        with transaction.atomic():
            open_case("Theirs", by=cast.drafter)
            _meet(holds)
            allocate_request_reference()

    def one() -> None:
        with transaction.atomic():
            allocate_request_reference()
            _meet(holds)
            add_case_note(case, "Noted.", by=cast.drafter)

    case = Request.objects.get(reference=draft()).case.reference
    assert _at_once(both, one) == ["done", "done"]


def test_whoever_holds_a_request_does_not_stop_a_clock_of_it_from_being_written(
    cast: Any, draft: Callable[..., str]
) -> None:
    """Its follow-up moves: the clock's row is about the request, but changes nothing of it."""
    row = Request.objects.get(reference=draft())
    with transaction.atomic():
        request_for(cast.drafter, row.reference, lock=True)

        def write() -> None:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '5s'")
                RequestClock.objects.create(request=row, rule="a", state="running", ours=True, starts=NOW, ends=NOW)

        assert _at_once(write) == ["done"]


def _meet(barrier: threading.Barrier) -> None:
    """Waits for the other, unless the lock keeps it away, which is right."""
    with suppress(threading.BrokenBarrierError):
        barrier.wait()
