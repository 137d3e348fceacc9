"""Who sees which case; what is hidden sounds like what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comity.casework.actions.add_case_note import add_case_note
from comity.casework.actions.admit_to_case import admit_to_case
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.open_case import open_case
from comity.casework.actions.withdraw_request import withdraw_request
from comity.casework.models import Case, Request
from comity.casework.queries.case_list import case_list
from comity.casework.queries.case_page import case_page
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.people.models.mandate import Mandate
from comity.people.rules.roles import NotEntitled

Bring = Callable[..., str]

SEE = ("drafter", "duty", "approver", "second", "auditor")
SEE_NOT = ("editor", "admin")


def _sees(user: Any, reference: str) -> bool:
    try:
        request_page(user, reference)
    except NotFound:
        return False
    return True


def test_case_roles_see_open_cases_and_others_do_not(cast: Any, draft: Bring) -> None:
    reference = draft()
    for name in (*SEE, *SEE_NOT):
        user = getattr(cast, name)
        assert _sees(user, reference) == (name in SEE), name
        assert len(case_list(user).lines) == (1 if name in SEE else 0)


def test_a_restricted_case_is_for_its_opener_and_members(cast: Any, draft: Bring) -> None:
    reference = draft(restricted=True)
    case = Request.objects.get(reference=reference).case
    assert [name for name in SEE if _sees(getattr(cast, name), reference)] == ["drafter"]
    admit_to_case(case.reference, "approver", by=cast.drafter)
    admit_to_case(case.reference, "approver", by=cast.drafter)
    admit_to_case(case.reference, "admin", by=cast.drafter)
    assert [name for name in SEE if _sees(getattr(cast, name), reference)] == ["drafter", "approver"]
    assert not _sees(cast.admin, reference), "membership alone is no role"
    assert case_page(cast.approver, case.reference).members == ("Admin, Georgia", "Approver, Georgia")
    assert [told.sentence for told in case_page(cast.approver, case.reference).timeline][1:] == [
        "Drafter, Georgia let approver into the case.",
        "Drafter, Georgia let admin into the case.",
    ]


def test_hidden_and_missing_sound_the_same_everywhere(cast: Any, draft: Bring) -> None:
    hidden = draft(restricted=True)
    case = Request.objects.get(reference=hidden).case.reference
    calls: list[Callable[[str], Any]] = [
        lambda reference: request_page(cast.duty, reference),
        lambda reference: request_letter(cast.duty, reference),
        lambda reference: edit_request(reference, {}, version=1, by=cast.duty),
        lambda reference: withdraw_request(reference, "no", by=cast.duty),
    ]
    for call in calls:
        messages = set()
        for reference in (hidden, "GE-2026-99999", "", "' or 1=1"):
            with pytest.raises(NotFound) as refusal:
                call(reference)
            messages.add(str(refusal.value))
        assert len(messages) == 1
    for reference in (case, "CASE-2026-99999"):
        with pytest.raises(NotFound, match="There is no such case, or you have no part in it"):
            case_page(cast.duty, reference)
        with pytest.raises(NotFound):
            add_case_note(reference, "I was here", by=cast.duty)


def test_an_auditor_reads_and_changes_nothing(cast: Any, draft: Bring) -> None:
    reference = draft()
    page = request_page(cast.auditor, reference)
    assert not any(step.possible for step in page.steps)
    assert page.next_step is None
    with pytest.raises(NotAllowed):
        edit_request(reference, {"summary": "x"}, version=1, by=cast.auditor)
    case = Case.objects.get().reference
    for act in (
        lambda: add_case_note(case, "A note", by=cast.auditor),
        lambda: admit_to_case(case, "duty", by=cast.auditor),
        lambda: open_case("Mine", by=cast.auditor),
    ):
        with pytest.raises(NotEntitled):
            act()


def test_a_mandate_that_has_ended_shows_nothing(cast: Any, draft: Bring) -> None:
    reference = draft()
    Mandate.objects.filter(user=cast.drafter).update(valid_to="2026-03-02")
    assert not _sees(cast.drafter, reference)


def test_opening_a_case_checks_what_it_is_given(cast: Any, node: Any) -> None:
    for bad, field in [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "A", "summary": "x" * 4001}, "summary"),
        ({"title": "A", "members": ["nobody"]}, "members"),
        ({"title": "A\x00"}, "title"),
    ]:
        with pytest.raises(Refused) as refusal:
            open_case(**bad, by=cast.drafter)
        assert [gap.field for gap in refusal.value.gaps] == [field]
    assert Case.objects.count() == 0
    assert [open_case("A", by=cast.drafter), open_case("B", by=cast.duty)] == ["CASE-2026-00001", "CASE-2026-00002"]


def test_notes_are_kept_and_told_without_their_words(cast: Any, node: Any) -> None:
    case = open_case("A", by=cast.drafter)
    add_case_note(case, " Called Kyiv: they have it. ", by=cast.approver)
    page = case_page(cast.duty, case)
    assert [note.text for note in page.notes] == ["Called Kyiv: they have it."]
    assert page.timeline[-1].sentence == "Approver, Georgia added a note."
    with pytest.raises(Refused):
        add_case_note(case, "", by=cast.approver)
