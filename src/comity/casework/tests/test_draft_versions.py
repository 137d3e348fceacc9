"""The states of a draft: kept where somebody begins anew, told by the ledger, compared word by word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import DraftVersion, Request
from comity.casework.queries.draft_versions import draft_versions
from comity.casework.rules.content import said
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.registry import kind
from comity.casework.rules.versions.sitting import LONGEST, PAUSE, Standing, begins
from comity.casework.rules.versions.words import MOST, Piece, Sort, differences, listed
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.queries.entries import entries_about

A, B = 1, 2
SHORTLY, LATER = NOW + timedelta(minutes=9), NOW + PAUSE


@pytest.mark.parametrize(
    ("standing", "by", "now", "kept"),
    [
        (Standing(A, NOW, NOW), A, SHORTLY, False),
        (Standing(A, NOW, NOW), A, LATER, True),
        (Standing(A, NOW, NOW), B, NOW, True),
        (Standing(A, NOW, NOW - LONGEST), A, NOW, True),
        (Standing(A, NOW, NOW - LONGEST + PAUSE), A, NOW, False),
        (Standing(A, NOW, NOW, returned_at=NOW), A, NOW, True),
        (Standing(A, NOW, NOW, returned_at=NOW - PAUSE), A, NOW, False),
    ],
    ids=["goes-on", "comes-back", "another", "on-and-on", "not-yet", "just-returned", "returned-before"],
)
def test_a_sitting_begins(standing: Standing, by: int, now: datetime, kept: bool) -> None:
    assert begins(standing, by=by, now=now) is kept


@given(before=st.text("ab \n", max_size=40), after=st.text("ab \n", max_size=40))
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.sort is not Sort.IN) == before
    assert "".join(piece.text for piece in pieces if piece.sort is not Sort.OUT) == after
    assert all(piece.text for piece in pieces)
    assert all(one.sort is not other.sort for one, other in pairwise(pieces))


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "New.", (Piece(Sort.IN, "New."),)),
        ("Old.", "", (Piece(Sort.OUT, "Old."),)),
        ("the old order", "the new order",
         (Piece(Sort.SAME, "the "), Piece(Sort.OUT, "old "), Piece(Sort.IN, "new "), Piece(Sort.SAME, "order"))),
        ("two words", "two more words", (Piece(Sort.SAME, "two "), Piece(Sort.IN, "more "), Piece(Sort.SAME, "words"))),
    ],
)  # fmt: skip
def test_words_are_marked(before: str, after: str, pieces: tuple[Piece, ...]) -> None:
    assert differences(before, after) == pieces


def test_a_long_text_is_compared_by_lines_and_a_longer_one_as_a_whole() -> None:
    lines = [f"Word {n} " * 9 for n in range(MOST // 2)]
    before, after = "\n".join(lines), "\n".join(reversed(lines))
    assert len(differences(before, after)) > 2
    one, other = "\n".join(map(str, range(MOST + 1))), "\n".join(map(str, range(-MOST - 1, 0)))
    assert differences(one, other) == (Piece(Sort.OUT, one), Piece(Sort.IN, other))


def test_entries_of_a_list_stay_whole() -> None:
    assert listed(["a", "b"], ["a", "c"]) == (Piece(Sort.SAME, "a"), Piece(Sort.OUT, "b"), Piece(Sort.IN, "c"))


def _edit(reference: str, by: Any, **content: Any) -> int:
    return edit_request(reference, content, version=Request.objects.get(reference=reference).version, by=by)


@pytest.fixture
def told(cast: Any, draft: Callable[..., str], frozen_clock: Callable[[datetime], None]) -> str:
    """Drafted; edited twice by the drafter, then by the duty officer, sent to approval, returned, edited."""
    reference = draft()
    for minutes, by, words in ((1, cast.drafter, "One."), (2, cast.drafter, "Two."), (3, cast.duty, "Three.")):
        frozen_clock(NOW + timedelta(minutes=minutes))
        _edit(reference, by, summary=words)
    submit_for_review(reference, version=4, by=cast.drafter)
    return_for_changes(reference, "Say which servers.", by=cast.approver)
    _edit(reference, cast.duty, summary="Four.", necessity="Now.")
    return reference


@pytest.mark.django_db
def test_what_others_saw_and_what_others_wrote_is_kept(cast: Any, told: str) -> None:
    kept = {row.version: row.content["summary"] for row in DraftVersion.objects.all()}
    assert kept == {3: "Two.", 4: "Three."}
    found = draft_versions(cast.auditor, told)
    assert [(state.version, state.who.split(",")[0], state.fields) for state in found.states] == [
        (5, "Duty", ("necessity", "summary")),
        (4, "Duty", ("summary",)),
        (3, "Drafter", ("summary",)),
    ]
    assert [title for title, _ in found.states[1].marks] == ["Sent to approval", "Returned for changes"]


@pytest.mark.django_db
def test_what_is_kept_is_what_the_ledger_has_the_digest_of(told: str) -> None:
    digests = {
        entry.payload["version"]: entry.payload["digest"]
        for entry in entries_about(f"request:{told}")
        if entry.name == "request-edited"
    }
    for row in DraftVersion.objects.all():
        assert Digest.of(canonical_json(row.content)) == digests[row.version]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "pair"), [((0, 0), (4, 5)), ((3, 5), (3, 5)), ((5, 3), (3, 5)), ((3, 3), (4, 5)), ((2, 5), (4, 5))]
)
def test_two_are_compared(cast: Any, told: str, asked: tuple[int, int], pair: tuple[int, int]) -> None:
    compared = draft_versions(cast.drafter, told, earlier=asked[0], later=asked[1]).compared
    assert compared is not None
    assert (compared.earlier, compared.later) == pair
    words = {3: "Two.", 4: "Three.", 5: "Four."}
    assert (compared.before["summary"], compared.after["summary"]) == (words[pair[0]], words[pair[1]])


@pytest.mark.django_db
def test_one_state_has_nothing_beside_it(cast: Any, draft: Callable[..., str]) -> None:
    reference = draft()
    _edit(reference, cast.drafter, summary="One.")
    found = draft_versions(cast.drafter, reference)
    assert (len(found.states), found.compared) == (1, None)
    assert said(kind("preservation"), Request.objects.get().content) == said(
        kind("preservation"), complete() | {"summary": "One."}
    )


@pytest.mark.django_db
def test_a_hidden_draft_has_no_versions(cast: Any, draft: Callable[..., str]) -> None:
    with pytest.raises(NotFound):
        draft_versions(cast.duty, draft(restricted=True))


@pytest.mark.django_db
def test_nothing_that_was_kept_is_changed_or_removed(told: str) -> None:
    for act in (lambda: DraftVersion.objects.update(content={}), lambda: DraftVersion.objects.all().delete()):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            act()


def test_the_moments_of_these_tests_are_utc() -> None:
    assert NOW.tzinfo is UTC
