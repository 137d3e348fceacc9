"""Reports that the worker makes: asked for once, told meanwhile, kept for a day, and money for the office alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from comity.casework.rules.refusal import NotFound
from comity.programme.actions.reporting import make_report as making
from comity.programme.actions.reporting.ask_for_report import ask_for_report
from comity.programme.actions.reporting.erase_reports import erase_reports
from comity.programme.actions.reporting.make_report import FAILED, make_report
from comity.programme.models import Project, ReportRun
from comity.programme.queries.report_runs import report_run_file, report_run_view, report_runs_of
from comity.programme.rules.report_run import KEPT_FOR, SHARED_FOR, ReportState
from comity.programme.rules.reporting import reported
from comity.upkeep.rules.refusal import TooMany

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted")]
NOW = datetime(2017, 10, 2, 9, tzinfo=UTC)
YEAR = reported("2017")


@pytest.fixture(autouse=True)
def _in_2017(frozen_clock) -> None:
    frozen_clock(NOW)


def made(key: str) -> None:
    make_report(run=ReportRun.objects.get(key=key).pk)


def test_it_is_made_by_the_worker_and_fetched(officer) -> None:
    key = ask_for_report(YEAR, "docx", (), money=True, by=officer)
    view = report_run_view(key, money=True)
    assert (view.state, view.many, view.doing, view.period) == (ReportState.WAITING, 2, "", YEAR)
    with pytest.raises(NotFound):
        report_run_file(key, money=True)
    made(key)
    view, content = report_run_file(key, money=True)
    assert (view.state, view.doing) == (ReportState.READY, "")
    assert content.startswith(b"PK")
    assert [each.key for each in report_runs_of(officer)] == [key]


def test_it_says_what_it_does_meanwhile(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    key, seen = ask_for_report(YEAR, "docx", (), by=officer), []

    def look(period, today, codes, *, money):
        view = report_run_view(key, money=True)
        seen.append((view.state, view.doing))
        raise ValueError("“☃” has no letter in the fonts.")

    monkeypatch.setattr(making, "report_material", look)
    made(key)
    assert seen == [(ReportState.MAKING, "Gathering what 2 projects did")]
    view = report_run_view(key, money=True)
    assert (view.state, view.problem) == (ReportState.FAILED, "“☃” has no letter in the fonts.")


def test_what_breaks_is_told_and_told_to_the_queue(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    key = ask_for_report(YEAR, "docx", (), by=officer)
    monkeypatch.setattr(making, "report_of", lambda _material: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        made(key)
    assert report_run_view(key, money=True).problem == FAILED


def test_after_a_worker_was_killed_it_is_made_once_more_and_what_is_there_stays(officer) -> None:
    key = ask_for_report(YEAR, "docx", (), by=officer)
    ReportRun.objects.update(state=ReportState.MAKING.value, doing="Gathering what 2 projects did")
    made(key)
    first = ReportRun.objects.get()
    made(key)
    assert ReportRun.objects.get().done_at == first.done_at
    make_report(run=first.pk + 1)


def test_what_is_being_made_is_not_made_twice_and_visitors_share(officer, frozen_clock) -> None:
    own = ask_for_report(YEAR, "docx", (), by=officer)
    assert ask_for_report(YEAR, "docx", (), by=officer) == own
    assert ask_for_report(YEAR, "pdf", (), by=officer) != own
    public = ask_for_report(YEAR, "docx", ())
    assert public != own
    made(public)
    assert ask_for_report(YEAR, "docx", ()) == public
    made(own)
    assert ask_for_report(YEAR, "docx", (), by=officer) != own
    frozen_clock(NOW + SHARED_FOR)
    assert ask_for_report(YEAR, "docx", ()) != public


def test_visitors_have_so_many_made_and_no_more(officer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.programme.actions.reporting.ask_for_report.BY_VISITORS", 2)
    for year in ("2015", "2016"):
        ask_for_report(reported(year), "docx", ())
    with pytest.raises(TooMany, match="Ask again in an hour"):
        ask_for_report(YEAR, "docx", ())
    assert ask_for_report(YEAR, "docx", (), by=officer)


def test_a_report_with_money_is_there_for_the_office_alone(officer) -> None:
    with_money, without = (ask_for_report(YEAR, "docx", (), money=money, by=officer) for money in (True, False))
    with pytest.raises(NotFound):
        report_run_view(with_money, money=False)
    assert report_run_view(without, money=False).key == without
    assert report_run_view(with_money, money=True).key == with_money


def test_it_is_erased_after_a_day(officer, frozen_clock) -> None:
    key = ask_for_report(YEAR, "docx", (), by=officer)
    frozen_clock(NOW + KEPT_FOR - timedelta(seconds=1))
    assert erase_reports() == 0
    frozen_clock(NOW + KEPT_FOR)
    assert erase_reports() == 1
    with pytest.raises(NotFound):
        report_run_view(key, money=True)


def test_a_project_that_is_none_is_refused_before_anything_is_made() -> None:
    with pytest.raises(NotFound, match="project as “none”"):
        ask_for_report(YEAR, "docx", ["none"])
    assert Project.objects.filter(starts__lte=date(2017, 1, 1)).count() == 2
    assert not ReportRun.objects.exists()
