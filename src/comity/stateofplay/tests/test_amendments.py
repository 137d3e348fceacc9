"""Draft amendments: the way from gap to law, what each step needs, and the document one takes along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.tests.law import load_law
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.stateofplay.actions.edit_amendment import edit_amendment
from comity.stateofplay.actions.move_amendment import move_amendment
from comity.stateofplay.actions.start_amendment import start_amendment
from comity.stateofplay.queries.amendment_file import amendment_file
from comity.stateofplay.queries.amendments import gap_overview, working_document
from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords, NotNow, check_step
from comity.stateofplay.rules.refusal import ChangedMeanwhile

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY = date(2026, 3, 2)
GE = CountryCode("GE")
S = AmendmentState


@pytest.mark.parametrize(
    ("here", "to", "day", "remark", "source", "sentence"),
    [
        (S.DRAFT, S.ADOPTED, TODAY, "", "a journal", "cannot be “adopted” next"),
        (S.IN_FORCE, S.DRAFT, TODAY, "", "", "it is the law"),
        (S.DRAFT, S.IN_CONSULTATION, date(2026, 3, 3), "", "", "yet to come"),
        (S.DRAFT, S.IN_CONSULTATION, date(2026, 1, 31), "", "", "cannot be earlier"),
        (S.DRAFT, S.DROPPED, TODAY, " ", "", "why it is dropped"),
        (S.BEFORE_PARLIAMENT, S.ADOPTED, TODAY, "", " ", "official journal"),
    ],
)
def test_a_step_that_cannot_be_taken_is_explained(here, to, day, remark, source, sentence) -> None:
    with pytest.raises((Refused, NotNow), match=sentence):
        check_step(here, to, day, last=date(2026, 2, 1), today=TODAY, remark=remark, source=source)


@given(st.lists(st.sampled_from(AmendmentState), max_size=12))
def test_no_way_leads_to_the_law_past_parliament(wishes: list[AmendmentState]) -> None:
    here, been = S.DRAFT, {S.DRAFT}
    for wish in wishes:
        if wish in here.next:
            here = wish
            been.add(here)
    if here is S.IN_FORCE:
        assert {S.BEFORE_PARLIAMENT, S.ADOPTED} <= been


@pytest.fixture
def node(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with clock.frozen(NOW):
        load_law(monkeypatch)
        yield


@pytest.fixture
def editor(node: None) -> User:
    return _user("editor", Role.EDITOR)


def _user(name: str, *roles: Role) -> User:
    user = User.objects.create(username=name, display_name=name, created_at=NOW)
    for role in roles:
        Mandate.objects.create(user=user, role=role, valid_from=date(2025, 1, 1), created_at=NOW)
    return user


def test_from_gap_to_law(editor: User) -> None:
    number = start_amendment(GE, "16", TODAY, by=editor)
    words = AmendmentWords("No order to preserve.", "Article 1. …", "07-2/1", "", {"a16-any-data": True, "alien": True})
    edit_amendment(number, words, version=1, by=editor)
    found = working_document("GE", "16", TODAY)
    assert (found.covered, found.draft.words.checks) == (1, {"a16-any-data": True})
    with pytest.raises(ChangedMeanwhile):
        edit_amendment(number, words, version=1, by=editor)
    journal = {S.ADOPTED: "Official journal 1", S.IN_FORCE: "Official journal 1"}
    for version, state in enumerate((S.IN_CONSULTATION, S.BEFORE_PARLIAMENT, S.ADOPTED, S.IN_FORCE), 2):
        move_amendment(number, state, TODAY, source=journal.get(state, ""), version=version, by=editor)
    with pytest.raises(NotNow, match="stays as it is"):
        edit_amendment(number, words, version=6, by=editor)
    assert [step.state for step in working_document("GE", "16", TODAY).draft.steps] == [
        S.DRAFT, S.IN_CONSULTATION, S.BEFORE_PARLIAMENT, S.ADOPTED, S.IN_FORCE,
    ]  # fmt: skip
    names = [entry.name for entry in entries_about(f"amendment:{number}")]
    assert names == ["amendment-started", "amendment-edited", *["amendment-moved"] * 4]
    again = start_amendment(GE, "16", TODAY, by=editor)
    assert again != number


def test_one_at_a_time_and_only_on_gaps(editor: User) -> None:
    first = start_amendment(GE, "17", TODAY, by=editor)
    with pytest.raises(Refused, match="under way already"):
        start_amendment(GE, "17", TODAY, by=editor)
    move_amendment(first, S.DROPPED, TODAY, remark="Another bill does it.", version=1, by=editor)
    start_amendment(GE, "17", TODAY, by=editor)
    with pytest.raises(Refused, match="Another draft"):
        move_amendment(first, S.DRAFT, TODAY, version=2, by=editor)
    with pytest.raises(Refused, match="there is no gap"):
        start_amendment(GE, "18", TODAY, by=editor)
    with pytest.raises(Refused, match="yet to come"):
        start_amendment(GE, "19", date(2026, 3, 3), by=editor)
    with pytest.raises(NotFound):
        start_amendment(GE, "22", TODAY, by=editor)
    with pytest.raises(NotEntitled):
        start_amendment(GE, "19", TODAY, by=_user("reader"))


def test_the_overview_says_of_each_gap_what_is_known_and_how_far_a_draft_is(editor: User) -> None:
    start_amendment(GE, "16", TODAY, by=editor)
    countries, rows = gap_overview(TODAY)
    cells = {(row.article, cell.gap.country): cell for row in rows for cell in row.cells}
    assert [row.article for row in rows] == ["16", "17", "18", "19", "20", "21", "29", "30"]
    assert (cells["16", "GE"].gap.level, cells["16", "GE"].state) == ("none", S.DRAFT)
    assert (cells["21", "GE"].gap.level, cells["21", "GE"].gap.open) == ("unknown", True)
    assert len(countries) == 6


def test_the_document_holds_every_part_in_real_styles(editor: User) -> None:
    number = start_amendment(GE, "16", TODAY, by=editor)
    edit_amendment(
        number, AmendmentWords("No order.", "Article 1.\x01 …", checks={"s-law": False}), version=1, by=editor
    )
    made = Document(BytesIO(amendment_file("GE", "16", TODAY).content))
    headings = [part.text for part in made.paragraphs if part.style.name == "Heading 1"]
    assert headings == [
        "What is missing", "Model elements", "Safeguards of Article 15", "Draft", "Examples from the atlas",
        "How far it has come",
    ]  # fmt: skip
    text = "\n".join(part.text for part in made.paragraphs)
    assert "Article 1. …" in text
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert any("ninety days" in cell for cell in cells)
    assert {"☐ not covered", "☐ not looked at"} <= set(cells)


def test_a_full_power_elsewhere_is_the_example_with_its_source(node: None) -> None:
    found = working_document("GE", "18", date(2018, 1, 1))
    assert found.gap.level == "full"
    assert all(each.facts for each in working_document("UA", "18", date(2018, 1, 1)).examples)
    with pytest.raises(NotFound):
        working_document("FR", "16", TODAY)
