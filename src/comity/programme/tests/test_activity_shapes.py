"""Months as calendars, filters as addresses, codes for addresses, how sure a calendar is, and the files one keeps."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import ActivityFilter, Order, activity_filter
from comity.programme.rules.activity_words import code_of
from comity.programme.rules.calendar_entry import sureness
from comity.programme.rules.document_file import LARGEST, checked_file
from comity.programme.rules.month import month_asked, month_of, neighbours
from comity.programme.rules.pictures.gantt import Bar, gantt

DAY = date(2017, 6, 16)


def bar(starts: date, ends: date, precision: Precision, **more) -> Bar:
    said = {"unconfirmed": False, "state": ActivityState.PLANNED, "unaccounted": False, "where": "Minsk"}
    return Bar("Workshop", starts, ends, precision, **said | more)


EXACT = bar(date(2017, 9, 29), date(2017, 10, 2), Precision.DAY)
ROUGH = bar(date(2017, 9, 1), date(2017, 11, 30), Precision.MONTHS)


def test_a_month_has_whole_weeks_and_what_is_rough_stands_above() -> None:
    month = month_of(date(2017, 10, 1), date(2017, 10, 31), [EXACT, ROUGH])

    assert [len(week) for week in month.weeks] == [7] * 6
    assert month.weeks[0][0].day == date(2017, 9, 25)
    assert [day.day.day for day in month.busy] == [1, 2]
    assert month.loose == (ROUGH,)


@given(st.dates(date(1990, 2, 1), date(2099, 11, 30)))
def test_every_month_has_each_of_its_days_once(day: date) -> None:
    first, last = month_asked(day.isoformat(), DAY)
    days = [each.day for week in month_of(first, last, []).weeks for each in week]
    assert [each for each in days if first <= each <= last] == [
        date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)
    ]
    assert (days[0].weekday(), days[-1].weekday()) == (0, 6)
    before, after = neighbours(first)
    assert (before.day, after.day) == (1, 1)
    assert before < first < last < after


@pytest.mark.parametrize("text", ["", "2017-13", "October", "0001-01", "9999-12", "2017-10-99"])
def test_a_month_that_is_none_is_this_month(text: str) -> None:
    assert month_asked(text, DAY) == (date(2017, 6, 1), date(2017, 6, 30))


def test_a_filter_reads_back_from_its_address() -> None:
    said = {"q": " data   retention", "country": "az", "kind": "workshop", "year": "2017", "order": "title"}
    wanted = activity_filter(said)
    assert wanted == ActivityFilter(
        text="data retention", country="AZ", kind=ActivityKind.WORKSHOP, year=2017, order=Order.TITLE
    )
    assert wanted.query == "q=data+retention&country=AZ&kind=workshop&year=2017&order=title"


@given(st.dictionaries(st.sampled_from(["q", "project", "country", "kind", "state", "year", "order"]), st.text()))
def test_what_an_address_says_wrongly_counts_as_not_said(said: dict[str, str]) -> None:
    activity_filter(said)


@pytest.mark.parametrize(
    ("title", "taken", "code"),
    [
        ("Workshop on CERTs", (), "workshop-on-certs"),
        ("Workshop on CERTs", {"workshop-on-certs"}, "workshop-on-certs-2"),
        ("Новый", (), "activity"),
        ("New", (), "new-2"),
        ("x" * 80, (), "x" * 50),
        (" ".join(["word"] * 20), (), "-".join(["word"] * 10)),
    ],
)
def test_codes_for_addresses(title: str, taken: set[str], code: str) -> None:
    assert code_of(title, taken) == code


@pytest.mark.parametrize(
    ("state", "precision", "unconfirmed", "said"),
    [
        (ActivityState.PLANNED, Precision.DAY, False, "TENTATIVE"),
        (ActivityState.CONFIRMED, Precision.DAY, False, "CONFIRMED"),
        (ActivityState.CONFIRMED, Precision.DAY, True, "TENTATIVE"),
        (ActivityState.CONFIRMED, Precision.MONTH, False, "TENTATIVE"),
        (ActivityState.REPORTED, Precision.DAY, False, "CONFIRMED"),
        (ActivityState.CANCELLED, Precision.MONTHS, True, "CANCELLED"),
    ],
)
def test_a_calendar_is_as_sure_as_one_knows(state, precision, unconfirmed, said) -> None:
    assert sureness(state, precision, unconfirmed=unconfirmed).value == said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("agenda.pdf", b"", "empty"),
        ("agenda.pdf", b"%PDF-" + b"x" * LARGEST, "larger than 10 MB"),
        ("agenda.exe", b"MZ", "of this kind"),
        (".pdf", b"%PDF-", "of this kind"),
        ("agenda.pdf", b"<html>", "something else"),
        ("agenda.txt", b"a\x00b", "something else"),
    ],
)
def test_files_that_are_not_kept(name: str, content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        checked_file(name, content)


def test_a_file_keeps_its_name_without_folders() -> None:
    assert checked_file("C:\\Users\\x\\Agenda\u202e.PDF", b"%PDF-1.7")[0] == "Agenda.pdf"
    assert checked_file("a" * 300 + ".jpeg", b"\xff\xd8\xff")[0] == "a" * 115 + ".jpeg"


def test_the_chart_says_how_exactly_time_is_known() -> None:
    picture = gantt([EXACT, ROUGH], date(2017, 10, 1))
    assert picture.title == "Two activities from September to November 2017, one known to the month only"
    assert [value["meaning"] for value in picture.values] == ["known to the day", "known to the month only"]
    assert {value["today"] for value in picture.values} == {"2017-10-01"}
    cancelled = gantt([bar(DAY, DAY, Precision.DAY, state=ActivityState.CANCELLED)], DAY)
    assert (cancelled.empty, len(cancelled.table.rows)) == (True, 1)
