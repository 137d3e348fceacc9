"""What a second reader must look at: fields edited since the request was last returned, else since it was drafted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.rules.changes import changes
from comity.casework.rules.content import changed
from comity.casework.rules.events import DraftTakenFromFile, request_subject
from comity.ledger.actions.record import record
from comity.ledger.queries.entries import entries_about


def test_what_was_edited_counts_until_the_request_is_returned(cast: Any, at: Callable[..., str]) -> None:
    reference = at("draft")
    edit_request(reference, {"necessity": "Otherwise lost."}, version=1, by=cast.drafter)
    assert changes(entries_about(f"request:{reference}")).fields == {"necessity"}
    submit_for_review(reference, version=2, by=cast.drafter)
    return_for_changes(reference, "Say more.", by=cast.approver)
    since = changes(entries_about(f"request:{reference}"))
    assert (since.fields, since.returned) == (frozenset(), True)
    edit_request(reference, {"summary": "More."}, version=2, by=cast.drafter)
    assert changes(entries_about(f"request:{reference}")).fields == {"summary"}


def test_two_ways_of_saying_nothing_do_not_differ() -> None:
    assert changed({"a": "x"}, {"a": "x", "b": "", "c": [], "d": False, "e": {"from": "", "to": ""}}) == ()
    assert changed({"a": "x", "b": "y"}, {"a": " ", "b": "y"}) == ("a",)


def test_saving_a_form_without_a_change_is_no_edit(cast: Any, at: Callable[..., str]) -> None:
    reference = at("draft", court=None)
    assert edit_request(reference, {"court": "", "court_case": "C-1"}, version=1, by=cast.drafter) == 1


def test_what_came_with_a_file_is_told_from_what_the_node_filled_in(cast: Any, at: Callable[..., str]) -> None:
    subject = request_subject(at("draft"))
    assert not changes(entries_about(subject)).from_file
    taken = DraftTakenFromFile(subject=subject, file_digest="0" * 64, medium="pdf", said_reference="UA-2026-00001")
    record(taken, actor=cast.drafter.actor)
    assert changes(entries_about(subject)).from_file
