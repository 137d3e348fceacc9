"""People to invite from a table: an address once for an activity, and all of them or nobody."""

from __future__ import annotations

from datetime import date

import pytest

from comity.people.rules.refusal import Refused
from comity.programme.actions.importing.carry_out_import import carry_out_import
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.models import ImportRun, Participant
from comity.programme.queries.imports import import_view
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.participants import PARTICIPANTS
from comity.programme.rules.importing.sheet import Row, Sheet
from comity.programme.tests.event import CODE, II, NOW, opened, planned

KNOWN = {"open": {"minsk", "kyiv"}, "people": {"minsk a@example.org"}}
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
        again = import_view(II, "participants", self.upload(officer))
        assert [problem.cell for problem in again.problems] == ["B2", "B3"]

    def test_nobody_is_invited_where_one_cannot_be(self, officer, monkeypatch: pytest.MonkeyPatch) -> None:
        opened(officer)
        number = self.upload(officer)
        monkeypatch.setattr("comity.programme.actions.invite_people.MOST", 1)
        with pytest.raises(Refused, match="A3: An activity holds 1 people"):
            carry_out_import(II, number, by=officer)
        assert not Participant.objects.exists()

    def test_without_registration_nobody_is_invited(self, officer) -> None:
        view = import_view(II, "participants", self.upload(officer))
        assert {problem.cell for problem in view.problems} == {"A2", "A3"}
