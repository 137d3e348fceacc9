"""IATI: the order that its schema demands, shares that come to a hundred, and the file of a node."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from comity.kernel import clock
from comity.programme.actions.add_study_version import add_study_version
from comity.programme.actions.plan_study import plan_study
from comity.programme.adapters.iati.file import NotPublishable, Schema, write
from comity.programme.models import (
    Activity,
    ActivityDocument,
    BudgetLine,
    Commitment,
    Indicator,
    IndicatorPeriod,
    Result,
    Study,
)
from comity.programme.queries.iati.activities import iati_activities
from comity.programme.queries.iati.file import write_iati
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.iati.activity import DateType, IatiActivity, OrgRole, Reporter, Status, shares
from comity.programme.rules.iati.order import MANDATORY, ORDER, faults
from comity.programme.rules.study import StudyKind, StudyState, StudyWords

REPORTER = Reporter("XM-DAC-0000", "Programme office")
II = "cybercrime-eap-ii"
NOW = datetime(2018, 2, 1, 9, tzinfo=UTC)


def test_what_is_whole_and_in_order_has_no_faults() -> None:
    assert list(faults(ORDER)) == []
    assert list(faults(MANDATORY)) == []


@pytest.mark.parametrize("name", MANDATORY)
def test_each_mandatory_element_is_missed(name: str) -> None:
    assert list(faults([each for each in ORDER if each != name])) == [f"The element {name} is missing."]


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise(ORDER)))
def test_any_two_elements_the_wrong_way_round_are_found(first: str, second: str) -> None:
    swapped = [*ORDER]
    place = ORDER.index(first)
    swapped[place : place + 2] = [second, first]
    assert f"The element {first} must stand before {second}." in list(faults(swapped))


def test_what_iati_does_not_know_or_allows_once_is_found() -> None:
    assert list(faults([*ORDER, "budget-line"])) == ["IATI has no element budget-line in an activity."]
    assert "The element title may stand once; it stands 2 times." in list(faults([*ORDER[:3], "title", *ORDER[3:]]))


@given(st.lists(st.sampled_from(["AM", "AZ", "BY", "GE", "MD", "UA", "FR", "DE", "IT", "PL"]), unique=True))
def test_shares_come_to_a_hundred(codes: list[str]) -> None:
    found = shares(tuple(codes))
    assert sum((share for _, share in found), Decimal(0)) == (100 if codes else 0)
    assert all(share > 0 for _, share in found)


def minimal(**changes: object) -> IatiActivity:
    values = {
        "identifier": "XM-DAC-0000-one",
        "hierarchy": 1,
        "title": "One",
        "description": "",
        "organisations": ((OrgRole.IMPLEMENTING, "Somebody"),),
        "status": Status.PIPELINE,
        "dates": ((DateType.PLANNED_START, date(2018, 3, 1)),),
        "currency": "EUR",
    }
    return IatiActivity(**{**values, **changes})  # type: ignore[arg-type]


def test_an_activity_that_iati_would_refuse_ends_the_writing_with_its_name() -> None:
    with pytest.raises(NotPublishable, match="XM-DAC-0000-one: The element participating-org is missing"):
        write([minimal(organisations=())], BytesIO(), REPORTER, NOW)


def test_a_character_that_xml_bars_is_left_out() -> None:
    file = BytesIO()
    write([minimal(title="One\x00\x0b & <two>")], file, REPORTER, NOW)
    assert etree.fromstring(file.getvalue()).findtext(".//title/narrative") == "One & <two>"


def test_a_folder_without_the_schema_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotPublishable, match="cannot be read as the schema of IATI activities"):
        Schema(tmp_path)


def test_a_schema_that_is_given_is_obeyed(tmp_path: Path) -> None:
    """A schema that knows two elements only, to see that it is asked."""
    (tmp_path / "iati-activities-schema.xsd").write_text(
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="iati-activities">'
        '<xsd:complexType><xsd:attribute name="version"/></xsd:complexType></xsd:element></xsd:schema>',
        encoding="utf-8",
    )
    with pytest.raises(NotPublishable, match=r"XM-DAC-0000-one: Element .iati-activities"):
        write([minimal()], BytesIO(), REPORTER, NOW, Schema(tmp_path))


@pytest.mark.django_db
@pytest.mark.usefixtures("adopted")
class TestOfTheNode:
    def test_projects_stand_above_what_they_lead(self) -> None:
        found = list(iati_activities("X", date(2018, 2, 1)))

        assert [one.identifier for one in found if one.hierarchy == 1] == [f"X-{II}", "X-cybercrime-eap-iii"]
        assert sum(one.hierarchy == 2 for one in found) == 14
        mission = next(one for one in found if one.identifier == f"X-{II}-advisory-24-7")
        assert mission.related == (("1", f"X-{II}"),)
        assert mission.countries == (("GE", Decimal(100)),)

    def test_only_what_is_accounted_for_has_actual_dates(self) -> None:
        Activity.objects.filter(code="iap-meeting").update(state=ActivityState.HELD.value)
        found = {one.identifier: one for one in iati_activities("X", date(2018, 2, 1))}

        assert DateType.ACTUAL_END in dict(found[f"X-{II}-iap-meeting"].dates)
        assert DateType.ACTUAL_END not in dict(found[f"X-{II}-advisory-24-7"].dates)
        assert found[f"X-{II}-iap-meeting"].status is Status.CLOSED

    def test_ideas_are_not_published(self) -> None:
        Activity.objects.filter(code="iap-meeting").update(state=ActivityState.IDEA.value)
        assert f"X-{II}-iap-meeting" not in {one.identifier for one in iati_activities("X", date(2018, 2, 1))}

    def test_the_file_has_results_with_their_periods_and_is_in_order(self) -> None:
        indicator = Indicator.objects.create(
            result=Result.objects.get(project__code=II, number="1"),
            number="1",
            says="People trained",
            baseline=Decimal("0.00"),
            baseline_on=date(2015, 5, 1),
        )
        IndicatorPeriod.objects.create(
            indicator=indicator,
            starts=date(2016, 1, 1),
            ends=date(2016, 12, 31),
            target=Decimal("40.00"),
            actual=None,
            changed_at=clock.now(),
        )
        file = BytesIO()

        assert write_iati(file, REPORTER, site="https://comity.example.net") == 16

        root = etree.fromstring(file.getvalue())
        assert root.get("version") == "2.03"
        project = root[0]
        assert [*faults([part.tag for part in project])] == []
        assert project.findtext("budget/value") == "800000.00"
        assert [part.get("percentage") for part in project.findall("recipient-country")] == ["16.67"] * 5 + ["16.65"]
        period = project.find("result/indicator/period")
        assert period.find("target").get("value") == "40"
        assert period.find("actual") is None
        assert [link.get("url") for link in project.findall("document-link")] == [
            "https://comity.example.net/programme/cybercrime-eap-ii/",
            "https://comity.example.net/programme/report.pdf?period=2015-05-01..2017-12-31&project=cybercrime-eap-ii",
        ]

    def test_money_is_reported_once_where_its_line_stands(self, officer) -> None:
        mission = Activity.objects.get(code="advisory-24-7")
        for activity, amount in ((None, "100.00"), (mission, "20.50")):
            line = BudgetLine.objects.create(
                project_id=mission.project_id,
                activity=activity,
                heading=f"Travel {amount}",
                amount=Decimal(500),
                currency="EUR",
                day=date(2017, 1, 1),
                created_at=clock.now(),
                changed_at=clock.now(),
                changed_by=officer,
            )
            Commitment.objects.create(
                line=line,
                reference=f"C-{amount}",
                says="Tickets",
                amount=Decimal(amount),
                currency="GEL",
                day=date(2017, 7, 3),
                created_at=clock.now(),
                created_by=officer,
            )

        found = {one.identifier: one.transactions for one in iati_activities("X", date(2018, 2, 1))}

        assert [str(one.value.amount) for one in found[f"X-{II}"]] == ["100.00"]
        (own,) = found[f"X-{II}-advisory-24-7"]
        assert (str(own.value.amount), own.value.currency, own.kind.value, own.says) == (
            "20.50",
            "GEL",
            "2",
            "Travel 20.50: Tickets",
        )

    def test_only_what_everybody_may_read_is_linked(self, officer) -> None:
        paper = plan_study(II, StudyWords(StudyKind.STUDY, "Rules"), by=officer)
        hidden = plan_study(II, StudyWords(StudyKind.STUDY, "Draft"), by=officer)
        for study in (paper, paper, hidden):
            add_study_version(study, "study.pdf", b"%PDF-1.7", "", by=officer)
        Study.objects.filter(pk=paper).update(state=StudyState.PUBLISHED.value)
        mission = Activity.objects.get(code="advisory-24-7")
        for title, public in (("Agenda", True), ("Notes", False)):
            ActivityDocument.objects.create(
                activity=mission,
                title=title,
                file="a.pdf",
                media="application/pdf",
                content=b"x",
                size=1,
                digest="0",
                public=public,
                kept_at=clock.now(),
                kept_by=officer,
            )

        found = {
            one.identifier: [link.title for link in one.documents]
            for one in iati_activities("X", date(2018, 2, 1), site="https://comity.example.net")
        }

        assert found[f"X-{II}"][2:] == ["Rules"]
        assert found[f"X-{II}-advisory-24-7"] == ["Agenda"]
        assert not any(one.documents for one in iati_activities("X", date(2018, 2, 1)))
