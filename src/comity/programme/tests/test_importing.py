"""Imports on the database: checked, kept for a day, then all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from comity.casework.rules.refusal import NotFound
from comity.ledger.models import Entry
from comity.ledger.queries.chain import verify_chain
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.importing import importable as kinds
from comity.programme.actions.importing.carry_out_import import carry_out_import, import_file
from comity.programme.actions.importing.check_file import check_file
from comity.programme.actions.importing.discard_upload import discard_upload
from comity.programme.actions.importing.erase_uploads import erase_uploads
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.models import Activity, ImportRun, Result
from comity.programme.queries.imports import import_lines, import_view
from comity.programme.rules.importing.refusal import RowRefused
from comity.programme.rules.importing.run import ImportState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted")]
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
NOW = datetime(2017, 10, 2, 9, tzinfo=UTC)
HEAD = "code,title,kind,starts,ends,result,countries,shared_with\n"
ROWS = (
    "minsk,Workshop in Minsk,workshop,2017-11-06,2017-11-08,1,BY,\n"
    f'cards,=Cards for courts,training,September-November 2017,,,"AM, GE",{III}\n'
    "study,Study,study,June 2018,,2,,\n"
)
TABLE = (HEAD + ROWS).encode()


@pytest.fixture(autouse=True)
def _in_2017(frozen_clock) -> None:
    frozen_clock(NOW)


def entries() -> int:
    return Entry.objects.filter(name="programme-rows-imported").count()


def upload(officer, content: bytes = TABLE) -> int:
    return keep_upload("activities", II, "C:\\plans\\plan.csv", content, by=officer)


def test_what_was_checked_is_imported_whole_and_its_file_erased(officer) -> None:
    before = Activity.objects.count()
    number = upload(officer)
    view = import_view(II, "activities", number)
    assert (view.line.state, view.line.name, view.line.rows, view.problems) == (ImportState.READY, "plan.csv", 3, ())
    assert Activity.objects.count() == before

    assert carry_out_import(II, number, by=officer) == 3

    cards = Activity.objects.get(project__code=II, code="cards")
    assert (cards.title, cards.precision, cards.countries) == ("=Cards for courts", "months", ["AM", "GE"])
    assert [each.code for each in cards.shared_with.all()] == [III]
    assert (str(cards.starts), str(cards.ends), cards.changed_by) == ("2017-09-01", "2017-11-30", officer)
    assert Activity.objects.get(code="minsk").result.number == "1"
    run = ImportRun.objects.get()
    assert (run.state, run.content, run.found) == ("imported", None, None)
    entry = Entry.objects.get(name="programme-rows-imported")
    assert (entry.subject, entry.payload["count"], entry.payload["digest"]) == (f"project:{II}", 3, run.digest)
    planned = Entry.objects.filter(name="activity-planned", subject=f"activity:{II}/cards")
    assert planned.get().payload["when"] == "September to November 2017"
    with pytest.raises(Refused, match="This upload is imported"):
        carry_out_import(II, number, by=officer)


def test_a_table_with_a_problem_is_kept_to_be_looked_at_and_never_imported(officer) -> None:
    number = upload(officer, TABLE + b"interpol-europol,,workshop,2017-06-03,2017-06-01,9,,\n")
    view = import_view(II, "activities", number)
    assert view.line.state is ImportState.TO_MEND
    assert [problem.cell for problem in view.problems] == ["A5", "B5", "F5"]
    assert len(view.preview) == 4
    before = Activity.objects.count()
    with pytest.raises(Refused, match="3 problems are to be mended first"):
        carry_out_import(II, number, by=officer)
    assert (Activity.objects.count(), entries()) == (before, 0)


@pytest.mark.parametrize("row", [1, 2, 3])
def test_nothing_is_half_imported_wherever_it_breaks(officer, monkeypatch: pytest.MonkeyPatch, row: int) -> None:
    kind = kinds.IMPORTABLE["activities"]

    def break_at(project, rows, by) -> None:
        kind.enter(project, rows[: row - 1], by)
        raise RowRefused(row - 1, "This row cannot be kept.")

    number, before = upload(officer), Activity.objects.count()
    monkeypatch.setattr(kinds, "IMPORTABLE", {"activities": replace(kind, enter=break_at)})
    with pytest.raises(Refused, match=f"A{row + 1}: This row cannot be kept. Nothing has been imported."):
        carry_out_import(II, number, by=officer)
    assert (Activity.objects.count(), entries()) == (before, 0)
    assert ImportRun.objects.get().state == ImportState.READY.value

    monkeypatch.setattr(kinds, "IMPORTABLE", {"activities": kind})
    assert carry_out_import(II, number, by=officer) == 3


def test_what_changed_since_the_check_is_checked_again(officer) -> None:
    number, before = upload(officer), Activity.objects.count()
    Result.objects.filter(project__code=II, number="2").update(number="22")
    with pytest.raises(Refused, match="has changed since this file was checked"):
        carry_out_import(II, number, by=officer)
    assert (Activity.objects.count(), entries()) == (before, 0)
    view = import_view(II, "activities", upload(officer))
    assert [str(problem) for problem in view.problems] == ["F4: “2” is no result of this project."]


def test_the_same_file_is_not_imported_twice(officer) -> None:
    carry_out_import(II, upload(officer), by=officer)
    view = import_view(II, "activities", upload(officer))
    assert [problem.cell for problem in view.problems] == ["A2", "A3", "A4"]
    assert "is there already" in view.problems[0].sentence


def test_an_upload_waits_for_a_day_or_until_it_is_discarded_or_another_comes(officer, frozen_clock) -> None:
    first, second = upload(officer), upload(officer)
    discard_upload(II, second, by=officer)
    with pytest.raises(Refused, match="This upload is discarded"):
        discard_upload(II, second, by=officer)
    third = upload(officer)
    frozen_clock(NOW + timedelta(hours=23))
    assert erase_uploads() == 0
    frozen_clock(NOW + timedelta(hours=24))
    assert erase_uploads() == 1
    assert [(line.number, line.state.value) for line in import_lines(II, "activities")] == [
        (third, "erased"),
        (second, "discarded"),
        (first, "discarded"),
    ]
    assert not ImportRun.objects.exclude(content=None, found=None).exists()
    with pytest.raises(Refused, match="erased, because it waited for a day"):
        carry_out_import(II, third, by=officer)


def test_programme_officers_import_and_nobody_else_into_projects_that_are_there(officer, auditor, drafter) -> None:
    number = upload(officer)
    for user in (auditor, drafter):
        with pytest.raises(NotEntitled):
            upload(user)
        with pytest.raises(NotEntitled):
            carry_out_import(II, number, by=user)
        with pytest.raises(NotEntitled):
            discard_upload(II, number, by=user)
    with pytest.raises(NotFound):
        carry_out_import(III, number, by=officer)
    with pytest.raises(NotFound):
        keep_upload("activities", "nowhere", "a.csv", TABLE, by=officer)
    with pytest.raises(NotFound):
        keep_upload("anything", II, "a.csv", TABLE, by=officer)


def test_a_file_that_cannot_be_read_is_not_kept(officer) -> None:
    kept = upload(officer)
    with pytest.raises(Refused, match="is empty"):
        upload(officer, b"")
    assert [(run.pk, run.state) for run in ImportRun.objects.all()] == [(kept, "checked-import")]


def test_a_character_that_cannot_be_kept_is_a_problem_and_no_failure(officer) -> None:
    view = import_view(II, "activities", upload(officer, (HEAD + "a,bad \x01,workshop,2017-06-01,,,,\n").encode()))
    assert [problem.cell for problem in view.problems] == ["B2"]


def test_the_console_checks_without_saving_and_imports_in_somebodys_name(officer) -> None:
    before = Activity.objects.count()
    assert check_file("activities", II, "plan.csv", TABLE).checked.sound
    assert (ImportRun.objects.count(), Activity.objects.count()) == (0, before)
    wrong = import_file("activities", II, "plan.csv", TABLE + b"minsk,x,workshop,2017-06-01,,,,\n", by=officer)
    assert [str(each) for each in wrong.checked.problems] == ["A5: “minsk” stands in A2 already."]
    assert (Activity.objects.count(), entries()) == (before, 0)
    assert import_file("activities", II, "plan.csv", TABLE, by=officer).checked.rows == 3
    assert (Activity.objects.count(), entries()) == (before + 3, 1)


def test_thousands_of_rows_take_few_queries_to_check_and_to_import(officer, django_assert_max_num_queries) -> None:
    rows = "".join(f"a-{number},Title,workshop,2017-06-01,,1,GE,\n" for number in range(1200))
    before = Activity.objects.filter(project__code=II).count()
    with django_assert_max_num_queries(6):
        found = check_file("activities", II, "plan.csv", (HEAD + rows).encode(), by=officer)
    assert (found.checked.rows, found.checked.wrong) == (1200, 0)
    with django_assert_max_num_queries(25):
        import_file("activities", II, "plan.csv", (HEAD + rows).encode(), by=officer)
    assert Activity.objects.filter(project__code=II).count() == before + 1200
    assert Entry.objects.filter(name="activity-planned", subject=f"activity:{II}/a-1199").exists()
    assert verify_chain().whole
