"""Readers of cells, times in words, and what a check says by cell: tables and properties, without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.importing.activities import ACTIVITIES, ActivityRow
from comity.programme.rules.importing.cell_readers import Unreadable
from comity.programme.rules.importing.checked import Checked
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.limits import CELL, PROBLEMS
from comity.programme.rules.importing.sheet import Row, Sheet, Uncertain, as_text, cell_name
from comity.programme.rules.importing.time_words import span, together

TODAY = date(2017, 10, 2)
KNOWN = {"codes": {"held-before"}, "results": {"1", "2"}, "projects": {"eap-iii"}}
BESIDE = Beside(TODAY, date(2015, 5, 1), KNOWN)
HEAD = ("code", "title", "kind", "starts", "ends", "state", "result", "countries", "shared_with", "outcome")
SOUND = ("a", "Workshop", "workshop", "2017-06-01")
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=60),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=4),
    st.sampled_from(
        ["June 2017", "September-November 2017", "99 June 2017", "2017-13-01", "=1+1", "GE", "AM, GE", "yes"]
    ),
    st.builds(Uncertain, st.just("It cannot be known.")),
)


def checked(*rows: tuple[object, ...], head: tuple[object, ...] = HEAD) -> Checked:
    made = tuple(Row(number, cells) for number, cells in enumerate(rows, 2))
    return check(Sheet(Row(1, head), made), ACTIVITIES, BESIDE)


@pytest.mark.parametrize(
    ("place", "row", "name"),
    [(0, 1, "A1"), (2, 7, "C7"), (25, 2, "Z2"), (26, 2, "AA2"), (701, 1, "ZZ1"), (702, 1, "AAA1")],
)
def test_cells_are_named_as_a_spreadsheet_does(place: int, row: int, name: str) -> None:
    assert cell_name(place, row) == name


@pytest.mark.parametrize(
    ("cell", "starts", "ends", "precision"),
    [
        ("2017-06-01", date(2017, 6, 1), date(2017, 6, 1), Precision.DAY),
        (date(2017, 6, 1), date(2017, 6, 1), date(2017, 6, 1), Precision.DAY),
        ("1 June 2017", date(2017, 6, 1), date(2017, 6, 1), Precision.DAY),
        ("June 2017", date(2017, 6, 1), date(2017, 6, 30), Precision.MONTH),
        ("  sept.  2017 ", date(2017, 9, 1), date(2017, 9, 30), Precision.MONTH),
        ("September-November 2017", date(2017, 9, 1), date(2017, 11, 30), Precision.MONTHS),
        ("September – November 2017", date(2017, 9, 1), date(2017, 11, 30), Precision.MONTHS),
        ("December 2016 to January 2017", date(2016, 12, 1), date(2017, 1, 31), Precision.MONTHS),
        ("June-June 2017", date(2017, 6, 1), date(2017, 6, 30), Precision.MONTH),
    ],
)
def test_times_are_read_as_precisely_as_they_are_said(
    cell: str | date, starts: date, ends: date, precision: Precision
) -> None:
    found = span(cell)
    assert (found.starts, found.ends, found.precision) == (starts, ends, precision)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("soon", "no time that can be read"),
        ("2017-02-30", "no calendar has"),
        ("0000-01-01", "no calendar has"),
        ("17-06-01", "no time that can be read"),
        ("1 June 17", "no time that can be read"),
        ("2107-06-01", "outside 1990 to 2099"),
        ("November-June 2017", "ends before it begins"),
        (Decimal(43000), "no time that can be read"),
        (True, "no time that can be read"),
    ],
)
def test_other_times_are_refused(cell: object, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        span(cell)


def test_two_cells_make_one_time_where_they_belong_together() -> None:
    june, july, day = span("June 2017"), span("July 2017"), span("2017-07-03")
    assert together(june, july).precision is Precision.MONTHS
    assert together(june, june).precision is Precision.MONTH
    assert together(day, None) == day
    assert "a day, the other a month" in together(june, day)
    assert "several months already" in together(span("June-July 2017"), july)


def test_a_sound_row_is_an_activity() -> None:
    row = (
        "Tbilisi-2017",
        "= Workshop",
        "Support to participation",
        "June 2017",
        "July 2017",
        None,
        Decimal(1),
        "Georgia; md",
        "eap-iii",
    )
    found = checked(row)
    assert found.sound
    assert found.made == (
        ActivityRow(
            "tbilisi-2017",
            ActivityState.PLANNED,
            ActivityWords(
                title="= Workshop",
                kind=ActivityKind.SUPPORT,
                starts=date(2017, 6, 1),
                ends=date(2017, 7, 31),
                precision=Precision.MONTHS,
                result="1",
                countries=("GE", "MD"),
                shared_with=("eap-iii",),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        (("", "Workshop", "workshop", "2017-06-01"), ["A2: Code is needed."]),
        (("a b", *SOUND[1:]), ["A2: “a b” cannot be a code."]),
        (("new", *SOUND[1:]), ["A2: “new” is a word of this node's addresses."]),
        (("held-before", *SOUND[1:]), ["A2: “held-before” is there already"]),
        (("a", "x" * 301, "workshop", "2017-06-01"), ["B2: This text has 301 characters; 300 fit."]),
        (("a", "x" * (CELL + 1), "workshop", "2017-06-01"), ["B2: This cell has 2,001 characters; 2,000 fit."]),
        (("a", "bad \x00", "workshop", "2017-06-01"), ["B2: This text holds a character"]),
        (
            ("a", None, "meeting", "soon"),
            ["B2: Title is needed.", "C2: “meeting” is none of these", "D2: “soon” is no time"],
        ),
        ((*SOUND, "2017-05-01"), ["E2: The activity ends on 1 May 2017, before it begins"]),
        (("A B", *SOUND[1:], "2017-05-01"), ["A2: “a b” cannot"]),
        (("held-before", *SOUND[1:], "2017-05-01"), ["A2: “held-before” is", "E2: The activity ends"]),
        ((*SOUND, "soon", "reported"), ["E2: “soon” is no time", "J2: The activity is reported"]),
        ((*SOUND, "June 2017"), ["E2: One of the two times is a day"]),
        ((*SOUND[:3], "2018-06-01", None, "held"), ["D2: The activity is held, so it cannot begin after today."]),
        ((*SOUND, None, "reported"), ["J2: The activity is reported"]),
        ((*SOUND, None, "cancelled"), ["F2: “cancelled” is none of these"]),
        ((*SOUND, None, None, "9"), ["G2: “9” is no result of this project."]),
        ((*SOUND, None, None, None, "GE, Atlantis"), ["H2: “Atlantis” is no country."]),
        ((*SOUND, None, None, None, None, "eap-iii, eap-x"), ["I2: “eap-x” is no other project"]),
        ((*SOUND, "2017-05-01", None, "9"), ["E2: The activity ends", "G2: “9” is no result"]),
        ((*SOUND, Uncertain("This is a formula.")), ["E2: This is a formula."]),
        ((*SOUND, *[None] * 6, "more"), ["K2: This cell stands under no column."]),
    ],
)
def test_each_problem_is_named_by_its_cell(row: tuple[object, ...], problems: list[str]) -> None:
    found = checked(row)
    assert len(found.problems) == len(problems), found.problems
    for problem, begins in zip(found.problems, problems, strict=True):
        assert str(problem).startswith(begins)
    assert found.made == ()


def test_one_problem_leaves_nothing_to_import() -> None:
    found = checked(SOUND, ("b", "", "workshop", "2017-06-01"))
    assert (found.rows, found.wrong, found.made, found.sound) == (2, 1, (), False)


def test_a_code_comes_once_in_a_file() -> None:
    found = checked(SOUND, ("b", *SOUND[1:]), ("A", *SOUND[1:]))
    assert [str(problem) for problem in found.problems] == ["A4: “a” stands in A2 already."]


def test_the_header_is_checked_too() -> None:
    found = checked(SOUND, head=("code", "Code", "colour", "begins"))
    assert [problem.cell for problem in found.problems[:4]] == ["B1", "C1", "E1", "E1"]
    assert "is the column of A1 already" in found.problems[0].sentence
    assert "no column “colour”" in found.problems[1].sentence
    assert "The column title (Title) is missing" in found.problems[2].sentence


def test_labels_do_for_names_and_order_is_free() -> None:
    found = checked(("workshop", "2017-06-01", "x", "Title"), head=("KIND", " Begins ", "code", "title"))
    assert found.sound
    assert found.labels == ("Kind", "Begins", "Code", "Title")


def test_the_example_of_the_template_is_not_imported() -> None:
    columns = ACTIVITIES.columns
    found = checked(tuple(each.example for each in columns), head=tuple(each.name for each in columns))
    assert [str(problem) for problem in found.problems] == [
        "A2: This is the example of the template. Delete the row, or write your own into it."
    ]


def test_a_table_without_rows_says_so_and_problems_are_listed_up_to_a_number() -> None:
    assert str(checked().problems[0]) == "A2: No row stands below the header."
    found = checked(*(("", "", "", "") for _ in range(PROBLEMS)))
    assert (found.wrong, len(found.problems)) == (4 * PROBLEMS, PROBLEMS)


@given(st.lists(st.lists(CELLS, max_size=16), max_size=6))
def test_whatever_stands_in_cells_is_read_or_named(rows: list[list[object]]) -> None:
    head = tuple(column.name for column in ACTIVITIES.columns)
    made = tuple(Row(number, cells) for number, cells in enumerate(rows, 2))
    found = check(Sheet(Row(1, head), made), ACTIVITIES, BESIDE)
    assert found.sound == (not found.problems)
    assert all(problem.cell and problem.sentence.endswith(".") for problem in found.problems)


@given(st.lists(CELLS, max_size=20))
def test_whatever_stands_in_the_header_is_read_or_named(head: list[object]) -> None:
    found = check(Sheet(Row(1, head), (Row(2, SOUND),)), ACTIVITIES, BESIDE)
    assert not found.sound


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back_as_itself(day: date) -> None:
    for written in (as_text(day), f"{day.day} {day:%B %Y}"):
        assert (span(written).starts, span(written).ends) == (day, day)
