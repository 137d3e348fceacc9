"""People to invite from a table: an address once for an activity, and all of them or nobody."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.programme.actions.importing.carry_out_import import carry_out_import
from comity.programme.actions.importing.enter_participants import enter_participants
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.actions.invite_people import invite_people
from comity.programme.models import ImportRun, Participant, Project
from comity.programme.queries.imports import import_view
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.participants import PARTICIPANTS, Invited
from comity.programme.rules.importing.refusal import RowRefused
from comity.programme.rules.importing.sheet import Row, Sheet
from comity.programme.tests.event import CODE, II, NOW, opened, planned

KNOWN = {"open": {"minsk", "kyiv"}, "people": {"minsk a@example.org"}, "room": {"minsk 1", "kyiv 2"}}
BESIDE = Beside(date(2017, 10, 2), date(2015, 5, 1), KNOWN)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("minsk", "B@example.org"), ""),
        (("kyiv", "a@example.org"), ""),
        (("kyiv", "c@example.org"), "B3: “c@example.org” stands in B2 already."),
        (("minsk", "A@example.org"), "B3: “a@example.org” is there already"),
        (("minsk", "=cmd()"), "B3: “=cmd()” is not an e-mail address."),
        (("tbilisi", "d@example.org"), "A3: “tbilisi” is no activity of this project with registration."),
        (("minsk", ""), "B3: E-mail is needed."),
    ],
)
def test_each_problem_is_named_by_its_cell(row: tuple[str, str], problem: str) -> None:
    rows = (Row(2, ("kyiv", "c@example.org")), Row(3, row))
    found = check(Sheet(Row(1, ("activity", "e-mail")), rows), PARTICIPANTS, BESIDE)
    assert found.wrong == bool(problem)
    assert all(str(each).startswith(problem) for each in found.problems)


def test_an_activity_that_is_full_by_a_row_is_named_at_that_row() -> None:
    rows = tuple(Row(2 + number, ("minsk", f"c{number}@example.org")) for number in range(3))
    found = check(Sheet(Row(1, ("activity", "e-mail")), rows), PARTICIPANTS, BESIDE)
    assert [problem.cell for problem in found.problems] == ["A3", "A4"]
    assert "“minsk” is full by this row: an activity holds 2,000 people" in found.problems[0].sentence


@pytest.mark.django_db
class TestImporting:
    @pytest.fixture(autouse=True)
    def _planned(self, db: None, frozen_clock) -> None:  # noqa: ARG002  rows are made
        frozen_clock(NOW)
        planned()

    def upload(self, officer) -> int:
        table = f"activity;email\n{CODE};p1@example.net\n{CODE};p2@example.net\n"
        return keep_upload("participants", II, "people.csv", table.encode(), by=officer)

    def test_people_are_invited_once_and_their_table_is_erased(self, officer) -> None:
        opened(officer)
        assert carry_out_import(II, self.upload(officer), by=officer) == 2
        assert set(Participant.objects.values_list("email", "state", "name")) == {
            ("p1@example.net", "invited", ""),
            ("p2@example.net", "invited", ""),
        }
        assert not ImportRun.objects.exclude(content=None, found=None).exists()
        invited = Entry.objects.get(name="people-invited")
        assert set(invited.payload["participants"]) == set(Participant.objects.values_list("pk", flat=True))
        again = import_view(II, "participants", self.upload(officer))
        assert [problem.cell for problem in again.problems] == ["B2", "B3"]

    def test_nobody_is_invited_where_one_cannot_be(self, officer, monkeypatch: pytest.MonkeyPatch) -> None:
        opened(officer)
        number = self.upload(officer)
        monkeypatch.setattr("comity.programme.actions.importing.enter_participants.MOST", 1)
        with pytest.raises(Refused, match="A3: An activity holds 1 people"):
            carry_out_import(II, number, by=officer)
        assert not Participant.objects.exists()

    def test_whoever_came_meanwhile_is_not_invited_again(self, officer) -> None:
        opened(officer)
        invite_people(II, CODE, "p2@example.net", by=officer)
        rows = [Invited(CODE, "p1@example.net"), Invited(CODE, "p2@example.net")]
        with transaction.atomic(), pytest.raises(RowRefused, match="on the activity’s list already") as refused:
            enter_participants(Project.objects.get(code=II), rows, officer)
        assert refused.value.place == 1
        assert Participant.objects.count() == 1

    def test_without_registration_nobody_is_invited(self, officer) -> None:
        view = import_view(II, "participants", self.upload(officer))
        assert {problem.cell for problem in view.problems} == {"A2", "A3"}
