"""Lists, months, charts and calendars of activities, as the overview of June 2017 states them."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest
from icalendar import Calendar

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.programme.actions.plan_activity import plan_activity
from comity.programme.models import Activity
from comity.programme.queries.activities import activity_list, activity_years
from comity.programme.queries.activity_calendar import activity_calendar
from comity.programme.queries.activity_gantt import activity_gantt, project_activities
from comity.programme.queries.activity_months import month_activities
from comity.programme.queries.activity_page import activity_page
from comity.programme.queries.activity_table import BOM, activity_table
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import ActivityFilter, activity_filter
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.month import month_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("adopted")]
DAY = date(2017, 6, 16)
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
SLIDE_8 = (
    "Ongoing studies: MSP communications/ISP liabilities (June, July)",
    "Ongoing: ECTEG training for cybercrime investigators /police academies (Brussels, June)",
    "Support to IAP Regional Meeting in Georgia, cybercrime track (Tbilisi, June)",
    "Workshop on legal and practical aspects of CERT cooperation (Minsk, July)",
    "Advisory mission on 24/7 operations and regulations (Tbilisi, July)",
    "Series of events on memorandum between LEA/ISP (Ukraine, September-November)",
    "Regional meeting on safeguards, guarantees and legislation (Moldova, September)",
    "Follow up implementing Joint Opinion of the Venice Commission (Moldova, September)",
    "INTERPOL/Europol Annual Cybercrime Conference & 24/7 training (Hague, September)",
    "G-PEN Cybercrime and Money Laundering Conference (Azerbaijan, October)",
    "Data retention workshop [unconfirmed] (Azerbaijan, October)",
    "South & Eastern European Conference on public-private cooperation (Sofia, October)",
    "Advisory visits to all EAP countries to update EAP studies/inventory (October-November)",
    "T-CY sessions, Octopus conference and related hearings/events ( November)",
)


def listed(**said: str) -> list[str]:
    return [line.code for line in activity_list(activity_filter(said), 1, DAY).lines]


def planned(officer, title: str, starts: date, ends: date, **more) -> str:
    return plan_activity(II, ActivityWords(title, ActivityKind.WORKSHOP, starts, ends, **more), by=officer)


def test_the_fourteen_of_slide_8_stand_word_for_word_each_with_its_slide() -> None:
    pages = [
        activity_page(project, code, DAY, inside=False)
        for project, code in Activity.objects.order_by("id").values_list("project__code", "code")
    ]
    said = {page.stated.says for page in pages}
    assert said == set(SLIDE_8)
    assert len(pages) == len(SLIDE_8)
    assert {page.stated.fact.pinpoint for page in pages} == {"slide 8"}
    assert sorted(listed()) == sorted(page.line.code for page in pages)


FILTERS = (
    ({"project": II}, 7),
    ({"country": "BY"}, 6),
    ({"kind": "conference"}, 3),
    ({"state": "under-way"}, 2),
    ({"state": "open"}, 14),
    ({"state": "unaccounted"}, 0),
    ({"year": "2016"}, 0),
    ({"year": "2017"}, 14),
    ({"q": "venice moldova"}, 1),
    ({"project": "none"}, 0),
)


def test_a_list_is_filtered() -> None:
    assert [len(listed(**said)) for said, _ in FILTERS] == [count for _, count in FILTERS]


def test_a_list_has_pages_of_25_and_the_nearest_is_given(officer) -> None:
    for number in range(20):
        planned(officer, f"Workshop {number}", date(2018, 1, 8), date(2018, 1, 8))
    first, beyond = (activity_list(ActivityFilter(), page, DAY) for page in (1, 99))
    assert (len(first.lines), first.total, first.pages) == (25, 34, 2)
    assert (len(beyond.lines), beyond.page) == (9, 2)
    assert activity_years() == (2018, 2017)


def test_pages_of_a_list_take_the_same_few_queries(officer, django_assert_num_queries) -> None:
    for number in range(6):
        planned(officer, f"Workshop {number}", date(2018, 1, 8), date(2018, 1, 9), host="GE")
    with django_assert_num_queries(5):
        activity_list(ActivityFilter(), 1, DAY)


def test_a_file_holds_no_formula(officer) -> None:
    planned(officer, '=HYPERLINK("http://example.test")', date(2018, 1, 8), date(2018, 1, 8))
    rows = list(csv.DictReader(io.StringIO("".join(activity_table(ActivityFilter(), DAY)).removeprefix(BOM))))
    assert len(rows) == 15
    assert rows[0]["title"] == '\'=HYPERLINK("http://example.test")'
    doubted = next(row for row in rows if row["activity"] == "data-retention")
    assert (doubted["unconfirmed"], doubted["when"], doubted["known"]) == ("yes", "October 2017", "the month only")


def test_conflicts_stand_on_the_list_and_the_page(officer) -> None:
    one = planned(officer, "Mission", date(2018, 1, 6), date(2018, 1, 8), host="GE", organisers=("Programme Office",))
    two = planned(officer, "Study visit", date(2018, 1, 8), date(2018, 1, 9), countries=("GE",))
    found = activity_list(ActivityFilter(), 1, DAY).conflicts
    assert {key[1]: [kind.value for each in those for kind in each.kinds] for key, those in found.items()} == {
        one: ["country", "holiday"],
        two: ["country"],
    }
    assert activity_page(II, one, DAY, inside=False).conflicts == found[II, one]
    assert "7 January 2018 is a public holiday in Georgia: Christmas Day." in found[II, one][1].sentence


def test_a_month_shows_days_and_what_has_none(officer) -> None:
    planned(officer, "Mission", date(2017, 9, 29), date(2017, 10, 3))
    october = (date(2017, 10, 1), date(2017, 10, 31))
    lines, more = month_activities(ActivityFilter(), *october, DAY)
    month = month_of(*october, lines)
    assert not more
    assert [day.day.day for day in month.busy] == [1, 2, 3]
    assert {line.code for line in month.loose} == {
        *("lea-isp-memorandum", "g-pen", "data-retention", "sofia-conference", "advisory-visits")
    }
    Activity.objects.filter(code="g-pen").update(state=ActivityState.CANCELLED.value)
    assert len(month_activities(ActivityFilter(), *october, DAY)[0]) == 5


def test_the_chart_of_a_project_says_what_is_known() -> None:
    picture = activity_gantt(project_activities(III, DAY), DAY)
    assert picture.title == "Nine activities from June to November 2017, all known to the month only, one unconfirmed"
    assert [value["label"] for value in picture.values if value["doubted"]] == ["Data retention workshop"]
    assert project_activities(III, DAY, 2016) == ()


def events(**asked: str) -> dict[str, dict]:
    found = Calendar.from_ical(
        activity_calendar(address=lambda *codes: f"https://node.test/{'/'.join(codes)}/", **asked)
    )
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


def test_a_calendar_has_whole_days_and_doubts_what_is_rough(officer) -> None:
    code = planned(officer, "Mission", date(2018, 1, 6), date(2018, 1, 8), countries=("GE",), venue="Tbilisi")
    Activity.objects.filter(code=code).update(state=ActivityState.CONFIRMED.value)

    found = events(country="GE")

    exact = found[f"activity-{II}.{code}@comity"]
    assert (exact.decoded("dtstart"), exact.decoded("dtend"), str(exact["status"])) == (
        date(2018, 1, 6),
        date(2018, 1, 9),
        "CONFIRMED",
    )
    rough = found[f"activity-{II}.advisory-24-7@comity"]
    assert not isinstance(rough.decoded("dtstart"), datetime)
    assert (str(rough["status"]), rough.decoded("dtend")) == ("TENTATIVE", date(2017, 8, 1))
    assert "Only the month is known, not the days: July 2017." in str(rough["description"])
    assert str(rough["url"]) == f"https://node.test/{II}/advisory-24-7/"
    assert set(events(project=II)) > {f"activity-{II}.{code}@comity"}
    assert (len(events()), len(events(project=II, country="AZ"))) == (15, 4)


def test_a_change_keeps_the_event_and_counts_on(officer) -> None:
    code = planned(officer, "Mission", date(2018, 1, 6), date(2018, 1, 8), precision=Precision.MONTH)
    uid = f"activity-{II}.{code}@comity"
    before = events()[uid]
    Activity.objects.filter(code=code).update(state=ActivityState.CANCELLED.value, version=2)
    after = events()[uid]
    assert (before["sequence"], after["sequence"], str(after["status"])) == (0, 1, "CANCELLED")
