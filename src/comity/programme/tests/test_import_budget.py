"""Budget lines from a table: what a check says by cell, and that the budget's own action keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.programme.actions.importing.carry_out_import import carry_out_import
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.models import BudgetLine
from comity.programme.queries.imports import import_view
from comity.programme.rules.budget.written import Sound
from comity.programme.rules.importing.budget_lines import BUDGET_LINES
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.sheet import Row, Sheet

II = "cybercrime-eap-ii"
HEAD = ("heading", "amount", "currency", "day", "source", "result", "activity")
KNOWN = {"headings": {"Staff"}, "results": {"1", "2"}, "activities": {"minsk", "kyiv"}, "serves": {"minsk 1"}}
BESIDE = Beside(date(2017, 10, 2), date(2015, 5, 1), KNOWN)
SOUND = ("Travel", Decimal("1234.5"), "eur", "2017-01-15", "Annex")
TABLE = (
    b"heading;amount;currency;day;source;result\n"
    b"Travel;1 234,50;EUR;2017-01-15;Annex;1\n"
    b"Fees;800;USD;2017-02-01;Annex;\n"
)


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        (SOUND, []),
        ((*SOUND, "1", "minsk"), []),
        ((*SOUND, "2", "kyiv"), []),
        ((*SOUND, "2", "minsk"), ["F2: The activity serves result 1."]),
        (("Staff", *SOUND[1:]), ["A2: “Staff” is there already"]),
        (("Travel", "1,23,4", *SOUND[2:]), ["B2: “1,23,4” is not an amount"]),
        (("Travel", "-5", *SOUND[2:]), ["B2: An amount is above zero."]),
        (("Travel", "5", "XXXX", *SOUND[3:]), ["C2: “XXXX” is not a currency."]),
        (("Travel", "5", "EUR", "June 2017", "Annex"), ["D2: A day is needed, not a month"]),
        (("Travel", "5", "EUR", "2017-10-03", "Annex"), ["D2: 3 October 2017 is still to come."]),
        (("Travel", "5", "EUR", "2007-01-15", "Annex"), ["D2: 15 January 2007 is years before the project"]),
        (
            (*SOUND[:4], "", "9", "nowhere"),
            ["E2: Source is needed.", "F2: “9” is no result", "G2: “nowhere” is no activity"],
        ),
    ],
)
def test_each_problem_is_named_by_its_cell(row: tuple[object, ...], problems: list[str]) -> None:
    found = check(Sheet(Row(1, HEAD), (Row(2, row),)), BUDGET_LINES, BESIDE)
    assert len(found.problems) == len(problems), found.problems
    for problem, begins in zip(found.problems, problems, strict=True):
        assert str(problem).startswith(begins)


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestImporting:
    @pytest.fixture(autouse=True)
    def _in_2017(self, frozen_clock) -> None:
        frozen_clock(datetime(2017, 10, 2, 9, tzinfo=UTC))

    def test_lines_are_kept_to_the_cent_once(self, officer) -> None:
        assert carry_out_import(II, keep_upload("budget", II, "plan.csv", TABLE, by=officer), by=officer) == 2
        held = list(BudgetLine.objects.values_list("heading", "amount", "currency", "result__number"))
        assert held == [("Travel", Decimal("1234.50"), "EUR", "1"), ("Fees", Decimal(800), "USD", None)]
        again = import_view(II, "budget", keep_upload("budget", II, "plan.csv", TABLE, by=officer))
        assert [problem.cell for problem in again.problems] == ["A2", "A3"]
        events = Entry.objects.filter(name="budget-line-kept").values_list("subject", "payload__heading")
        assert set(events) == {(f"budget-line:{line.pk}", line.heading) for line in BudgetLine.objects.all()}

    def test_a_heading_that_came_meanwhile_is_told_and_nothing_is_kept(self, officer, monkeypatch) -> None:
        from comity.programme.actions.importing import enter_budget_lines as entering

        number = keep_upload("budget", II, "plan.csv", TABLE, by=officer)
        own = entering.sound_line

        def called_otherwise(words, *beside: date) -> Sound:
            return replace(own(words, *beside), says="Fees")

        monkeypatch.setattr(entering, "sound_line", called_otherwise)
        with pytest.raises(Refused, match="has changed since this file was checked"):
            carry_out_import(II, number, by=officer)
        assert not BudgetLine.objects.exists()

    def test_nothing_is_kept_where_the_second_line_cannot_be(self, officer, monkeypatch: pytest.MonkeyPatch) -> None:
        number = keep_upload("budget", II, "plan.csv", TABLE, by=officer)
        from comity.programme.actions.importing import enter_budget_lines as entering

        own = entering.sound_line

        def refuse(words, *beside: date) -> Sound:
            if words.heading == "Fees":
                raise Refused("heading", "No room.")
            return own(words, *beside)

        monkeypatch.setattr(entering, "sound_line", refuse)
        with pytest.raises(Refused, match="A3: No room"):
            carry_out_import(II, number, by=officer)
        assert not BudgetLine.objects.exists()
