"""The report of a period: how periods are read, what it tells, and that nothing is claimed that nobody knows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.programme.actions.load_demonstration_budget import load_demonstration_budget
from comity.programme.models import Activity, Indicator, IndicatorPeriod, Project, Result
from comity.programme.queries.report.contents import report_of
from comity.programme.queries.report.material import report_material
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.reporting import Reported, reported
from comity.stateofplay.queries.report.files import ReportForm, report_file
from comity.stateofplay.rules.report import Grid, Report

II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
TODAY = date(2018, 2, 1)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2017-Q2", date(2017, 4, 1), date(2017, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        (" 2017-01-01..2017-06-30 ", date(2017, 1, 1), date(2017, 6, 30)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, starts: date, ends: date) -> None:
    assert reported(text) == Reported(starts, ends)


@pytest.mark.parametrize("text", ["", "17", "2017-13", "2017-Q5", "2017-02-30..2017-03-01", "0000", "x" * 100])
def test_what_is_no_period_is_explained(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        reported(text)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends on 2017-01-01, before it begins on 2017-06-30"):
        reported("2017-06-30..2017-01-01")


def rows_of(report: Report, caption: str) -> dict[str, tuple[str, ...]]:
    return {
        name: cells
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Grid) and block.table.caption == caption
        for name, cells in block.table.rows
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestOfTheNode:
    def test_it_tells_of_what_falls_into_the_period_and_of_what_is_not_known(self) -> None:
        Activity.objects.filter(code="cert-workshop").update(state=ActivityState.REPORTED.value)

        report = report_of(report_material(reported("2017-Q3"), TODAY))

        told = rows_of(report, "Activities in the period")
        assert told["Workshop on legal and practical aspects of CERT cooperation"][2] == "reported"
        assert told["Advisory mission on 24/7 operations and regulations"][2] == "planned, outcome not known"
        assert "Data retention workshop" not in told
        assert [section.heading for section in report.sections] == [
            "In short",
            "Cybercrime@EAP II: International cooperation",
            "Cybercrime@EAP III: Public/private cooperation",
            "Sources",
        ]

    def test_an_indicator_is_told_with_its_latest_period_and_unknown_stays_unknown(self) -> None:
        IndicatorPeriod.objects.all().delete()
        Indicator.objects.all().delete()
        result = Result.objects.get(project__code=II, number="1")
        indicator = Indicator.objects.create(result=result, number="1", says="People trained", unit="people")
        for year, target, actual in ((2015, 10, 12), (2016, 40, None), (2017, 90, 88)):
            IndicatorPeriod.objects.create(
                indicator=indicator,
                starts=date(year, 1, 1),
                ends=date(year, 12, 31),
                target=Decimal(target),
                actual=actual,
                changed_at=clock.now(),
            )

        told = rows_of(report_of(report_material(reported("2016"), TODAY, [II])), "Indicators")

        assert told == {"1/1": ("People trained (people)", "not known", "40", "not known", "none")}

    def test_a_period_without_projects_says_so(self) -> None:
        report = report_of(report_material(reported("1999"), TODAY))
        assert report.sections[0].blocks[0].text.startswith("No project of this node ran")  # type: ignore[union-attr]

    def test_money_is_told_to_whoever_may_see_it(self, officer) -> None:
        load_demonstration_budget(officer)

        inside = rows_of(
            report_of(report_material(reported("2017"), TODAY, [II], money=True)), "Money at the end of the period"
        )
        outside = rows_of(report_of(report_material(reported("2017"), TODAY, [II])), "Money at the end of the period")

        assert inside["Budgeted"] == ("EUR 800,000.00",)
        assert outside == {}

    def test_a_project_that_is_none_is_refused(self) -> None:
        with pytest.raises(NotFound, match="project as “none”"):
            report_material(reported("2017"), TODAY, ["none"])

    def test_many_projects_take_as_many_queries_as_one(self, django_assert_num_queries) -> None:
        wanted = reported("2017")
        with CaptureQueriesContext(connection) as of_one:
            report_material(wanted, TODAY, [II], money=True)
        with django_assert_num_queries(len(of_one)):
            assert len(report_material(wanted, TODAY, [II, III], money=True).projects) == 2

    def test_what_two_projects_share_is_told_of_both(self) -> None:
        shared = Activity.objects.filter(project__code=II).first()
        shared.shared_with.add(Project.objects.get(code=III))
        both = report_material(reported("2017"), TODAY).projects
        assert [shared.code in {line.code for line in one.activities} for one in both] == [True, True]
        assert sum(line.code == shared.code for one in both for line in one.activities) == 2

    def test_it_becomes_a_document_and_an_archival_pdf(self) -> None:
        report = report_of(report_material(reported("2017"), TODAY))

        document = Document(BytesIO(report_file(report, ReportForm.DOCX).content))
        pdf = report_file(report, ReportForm.PDF).content

        assert any(paragraph.text == "Programme report" for paragraph in document.paragraphs)
        assert pdf.startswith(b"%PDF")
