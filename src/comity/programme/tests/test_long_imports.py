"""Long tables: checked and imported by the worker, with the outcome that short ones have, and nothing half-imported."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.programme.actions.importing import check_upload as checking
from comity.programme.actions.importing import importable as kinds
from comity.programme.actions.importing.begin_import import begin_import
from comity.programme.actions.importing.check_file import check_file
from comity.programme.actions.importing.check_upload import check_upload
from comity.programme.actions.importing.discard_upload import discard_upload
from comity.programme.actions.importing.erase_uploads import erase_uploads
from comity.programme.actions.importing.import_upload import BROKE, STOPPED, import_upload
from comity.programme.actions.importing.keep_upload import keep_upload
from comity.programme.models import Activity, ImportRun, Result
from comity.programme.queries.imports import import_view
from comity.programme.rules.importing.limits import ROWS
from comity.programme.rules.importing.run import Doing, ImportState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted", "_short")]
II = "cybercrime-eap-ii"
NOW = datetime(2017, 10, 2, 9, tzinfo=UTC)
HEAD = b"code,title,kind,starts,ends,result\n"
TABLE = HEAD + b"a,T,workshop,2017-11-06,,1\nb,T,study,June 2018,,2\nc,T,training,June 2018,,\n"
WRONG = HEAD + b"a,T,workshop,2017-11-06,,9\nb,T,study,June 2018,,2\nc,,training,June 2018,,\n"


@pytest.fixture
def _short(frozen_clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows are many here."""
    frozen_clock(NOW)
    monkeypatch.setattr("comity.programme.actions.importing.keep_upload.WHILE_WAITING", 2)
    monkeypatch.setattr("comity.programme.actions.importing.begin_import.WHILE_WAITING", 2)


def upload(officer, content: bytes = TABLE) -> int:
    return keep_upload("activities", II, "plan.csv", content, by=officer)


def checked(officer, content: bytes = TABLE) -> int:
    number = upload(officer, content)
    check_upload(run=number)
    return number


def view_of(number: int):
    return import_view(II, "activities", number)


def jobs() -> list[tuple[str, dict]]:
    rows = ProcrastinateJob.objects.filter(queue_name="imports").order_by("pk")
    return list(rows.values_list("task_name", "args"))


def imported() -> tuple[int, int]:
    entries = Entry.objects.filter(name__in=["programme-rows-imported", "activity-planned"])
    return Activity.objects.filter(code__in=["a", "b", "c"]).count(), entries.count()


@pytest.mark.parametrize("content", [TABLE, WRONG])
def test_the_worker_finds_in_a_long_table_what_is_found_in_a_short_one(officer, content: bytes) -> None:
    number = upload(officer, content)
    view = view_of(number)
    assert (view.line.state, view.line.rows, view.doing) == (ImportState.CHECKING, None, Doing.NOTHING)
    assert jobs() == [("programme:check-upload", {"run": number})]

    check_upload(run=number)

    view, run = view_of(number), ImportRun.objects.get()
    atonce = check_file("activities", II, "plan.csv", content, by=officer)
    assert (view.problems, view.preview) == (atonce.checked.problems, atonce.checked.preview)
    assert (view.line.rows, view.wrong, run.basis) == (3, atonce.checked.wrong, atonce.basis)
    assert view.line.state is (ImportState.TO_MEND if content is WRONG else ImportState.READY)
    assert (view.doing, view.problem) == (Doing.NOTHING, "")


def test_a_short_table_is_checked_and_imported_at_once(officer) -> None:
    number = upload(officer, b"\n".join(TABLE.splitlines()[:3]))
    assert view_of(number).line.state is ImportState.READY
    assert begin_import(II, number, by=officer) == 2
    assert (imported(), jobs()) == ((2, 3), [])


def test_it_says_what_it_does_meanwhile(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    number, seen = upload(officer), []
    for name in ("open_sheet", "dry_run"):
        real = getattr(checking, name)

        def look(*given, real=real, **named):
            seen.append(view_of(number).doing.said)
            return real(*given, **named)

        monkeypatch.setattr(checking, name, look)
    check_upload(run=number)
    assert seen == ["Reading the table", "Checking the table cell by cell"]


def test_a_table_that_cannot_be_read_to_its_end_says_so_and_is_not_kept(officer) -> None:
    number = checked(officer, HEAD + b"a,T,workshop,2017-11-06,,1\n" * (ROWS + 1))
    view = view_of(number)
    assert view.line.state is ImportState.FAILED
    assert "more than 5,000 rows" in view.problem
    assert ImportRun.objects.get().content is None
    with pytest.raises(Refused, match="is not to be read"):
        begin_import(II, number, by=officer)


def test_a_check_that_breaks_is_told_and_told_to_the_queue(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    number = upload(officer)
    monkeypatch.setattr(checking, "dry_run", lambda *_given, **_named: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        check_upload(run=number)
    assert (view_of(number).line.state, view_of(number).problem) == (ImportState.FAILED, checking.BROKE)


def test_after_a_worker_that_died_at_a_check_the_upload_says_so_and_is_not_tried_again(officer) -> None:
    number = upload(officer)
    ImportRun.objects.update(doing=Doing.READING)
    check_upload(run=number)
    assert (view_of(number).line.state, view_of(number).problem) == (ImportState.FAILED, checking.STOPPED)
    assert ImportRun.objects.get().content is None


def test_what_was_discarded_or_followed_by_another_during_the_check_stays_so(
    officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = upload(officer)
    real = checking.dry_run

    def meanwhile(*given, **named):
        discard_upload(II, first, by=officer)
        return real(*given, **named)

    monkeypatch.setattr(checking, "dry_run", meanwhile)
    check_upload(run=first)
    assert view_of(first).line.state is ImportState.DISCARDED
    second, third = upload(officer), upload(officer)
    check_upload(run=second)
    states = dict(ImportRun.objects.values_list("pk", "state"))
    assert states == {first: "discarded", second: "discarded", third: "import-checking"}
    assert not ImportRun.objects.exclude(pk=third).exclude(content=None).exists()


def test_the_worker_imports_a_long_table_whole_and_once(officer) -> None:
    number = checked(officer)
    assert begin_import(II, number, by=officer) is None
    assert (view_of(number).line.state, imported()) == (ImportState.IMPORTING, (0, 0))
    assert jobs()[-1] == ("programme:import-upload", {"run": number, "by": officer.pk})
    with pytest.raises(Refused, match="in work already"):
        begin_import(II, number, by=officer)
    for _ in range(2):
        import_upload(run=number, by=officer.pk)
        assert imported() == (3, 4)
    run = ImportRun.objects.get()
    assert (run.state, run.doing, run.problem, run.content) == ("imported", "", "", None)


@pytest.mark.parametrize(("change", "said"), [("project", "has changed since this file was checked"), ("break", BROKE)])
def test_an_import_that_does_not_come_to_its_end_leaves_nothing_but_its_reason(
    officer, monkeypatch: pytest.MonkeyPatch, change: str, said: str
) -> None:
    number, kind = checked(officer), kinds.IMPORTABLE["activities"]
    begin_import(II, number, by=officer)

    def break_off(project, rows, by) -> None:
        kind.enter(project, rows[:2], by)
        raise ZeroDivisionError

    if change == "project":
        Result.objects.filter(project__code=II, number="2").update(number="22")
        import_upload(run=number, by=officer.pk)
    else:
        monkeypatch.setattr(kinds, "IMPORTABLE", {"activities": replace(kind, enter=break_off)})
        with pytest.raises(ZeroDivisionError):
            import_upload(run=number, by=officer.pk)
    view = view_of(number)
    assert (view.line.state, view.doing, imported()) == (ImportState.READY, Doing.NOTHING, (0, 0))
    assert said in view.problem


def test_after_a_worker_that_died_at_an_import_nothing_is_there_and_it_can_be_begun_again(officer) -> None:
    number = checked(officer)
    begin_import(II, number, by=officer)
    ImportRun.objects.update(doing=Doing.ENTERING)
    import_upload(run=number, by=officer.pk)
    assert (view_of(number).line.state, view_of(number).problem) == (ImportState.READY, STOPPED)
    assert imported() == (0, 0)
    begin_import(II, number, by=officer)
    assert view_of(number).problem == ""
    import_upload(run=number, by=officer.pk)
    assert imported() == (3, 4)


def test_who_lost_the_role_meanwhile_imports_nothing(officer, frozen_clock) -> None:
    number = checked(officer)
    begin_import(II, number, by=officer)
    officer.mandates.update(valid_to=NOW.date())
    frozen_clock(NOW + timedelta(days=2))
    import_upload(run=number, by=officer.pk)
    assert (view_of(number).line.state, imported()) == (ImportState.READY, (0, 0))
    assert view_of(number).problem


def test_what_no_worker_took_up_is_erased_after_a_day_and_can_be_discarded_before(officer, frozen_clock) -> None:
    number = upload(officer)
    frozen_clock(NOW + timedelta(days=1))
    assert erase_uploads() == 1
    check_upload(run=number)
    assert view_of(number).line.state is ImportState.ERASED
    number = checked(officer)
    begin_import(II, number, by=officer)
    discard_upload(II, number, by=officer)
    import_upload(run=number, by=officer.pk)
    assert (view_of(number).line.state, imported()) == (ImportState.DISCARDED, (0, 0))
