"""The tree of figures, what it says in sentences, and the same numbers as rows and as JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics import findings
from comity.casework.rules.statistics.assembly import figures
from comity.casework.rules.statistics.cell import What
from comity.casework.rules.statistics.duration import DAY, HOUR
from comity.casework.rules.statistics.export import as_json, csv_text, rows
from comity.casework.rules.statistics.figures import (
    Asked,
    Figures,
    Line,
    Month,
    Standing,
    month_after,
    months_between,
    percent,
)
from comity.casework.rules.statistics.labels import LABELS

STANDING = Standing(40, 41, datetime(2026, 3, 2, 10, tzinfo=UTC))
QUARTER = Asked(date(2026, 1, 1), date(2026, 3, 1))
OUT, IN = "outgoing", "incoming"
ROWS = [
    (OUT, "preservation", "kind", "preservation", 3),
    (IN, "preservation", "kind", "preservation", 5),
    (OUT, "notice", "kind", "spontaneous-information", 2),
    (OUT, "notice", "country", "UA", 2),
    (OUT, "preservation", "country", "UA", 3),
    (IN, "preservation", "country", "MD", 5),
    (OUT, "", "answered", "30", 1),
    (OUT, "", "answered", "300", 1),
    (OUT, "assistance", "family-closed", str(40 * DAY), 1),
    (IN, "preservation", "family-answer", "0", 1),
    (OUT, "preservation", "outcome", "executed", 1),
    (OUT, "preservation", "outcome", "refused", 1),
    (OUT, "preservation", "outcome", "open", 1),
    (IN, "preservation", "outcome", "no-data", 2),
    (IN, "preservation", "outcome", "postponed", 3),
    (IN, "preservation", "incomplete", "yes", 2),
    (IN, "preservation", "missing", "port", 2),
    (IN, "preservation", "missing", "translation", 1),
    (OUT, "preservation", "expired", "yes", 1),
    (OUT, "preservation", "expired", "rule receipt", 1),
    (OUT, "preservation", "followed", "in-time", 1),
    (OUT, "preservation", "followed", "later", 1),
    (OUT, "preservation", "followed", "extended", 4),
    (OUT, "preservation", "followed", "not", 2),
    (OUT, "preservation", "extension", "yes", 5),
    (OUT, "", "test", "answered", 3),
    (OUT, "", "test", "no-answer", 1),
    (OUT, "", "test-answered", "4", 3),
]
MONTHS = {(date(2026, 1, 1), OUT): 1, (date(2026, 3, 1), OUT): 2, (date(2026, 3, 1), IN): 5}


def made(counted: list[Any] | None = None, asked: Asked = QUARTER) -> Figures:
    names = {**LABELS, What.COUNTRY: {"UA": "Ukraine", "MD": "Moldova"}.__getitem__}
    kept = ROWS if counted is None else counted
    return figures(
        asked, STANDING, [row for row in kept if not asked.direction or row[0] == asked.direction], MONTHS, names
    )


def test_notices_are_counted_apart() -> None:
    found = made()
    assert (found.requests.outgoing, found.requests.incoming) == (3, 5)
    assert (found.notices.outgoing, found.notices.incoming) == (2, 0)
    assert [(line.label, line.outgoing, line.incoming) for line in found.countries] == [
        ("Moldova", 0, 5),
        ("Ukraine", 3, 0),
    ]
    assert [line.label for line in found.kinds] == ["Preservation request", "Spontaneous information"]


def test_every_month_is_there_also_an_empty_one() -> None:
    assert [(month.month.month, month.outgoing, month.incoming) for month in made().months] == [
        (1, 1, 0),
        (2, 0, 0),
        (3, 2, 5),
    ]


def test_times_are_given_for_each_direction() -> None:
    answered = {one.direction: one for one in made().times if one.key == "answered"}
    assert (answered[Direction.OUTGOING].median, answered[Direction.OUTGOING].ninetieth) == (30, 300)
    assert answered[Direction.INCOMING].median is None
    families = {(one.label, one.median_in_words) for one in made().families}
    assert families == {("Mutual assistance: closed", "40 days"), ("Preservation: first answer", "under an hour")}
    assert [one.median for one in made().assistance] == [40 * DAY]
    assert all(one.finest == HOUR for one in made().families)


def test_a_preservation_counts_once_however_often_it_was_extended() -> None:
    follow = made().follow[0]
    assert (follow.preservations, follow.followed, follow.in_time, follow.extensions) == (4, 2, 1, 5)


def test_one_direction_leaves_the_other_out() -> None:
    found = made(asked=Asked(QUARTER.since, QUARTER.until, direction=Direction.INCOMING))
    assert (found.requests.outgoing, found.requests.incoming) == (0, 5)
    assert {one.direction for one in found.times} == {Direction.INCOMING}
    assert len(found.follow) == 1
    assert {row.direction for row in rows(found)} <= {IN, OUT}
    assert all(row.direction == IN for row in rows(found) if not row.figure.startswith("test-call"))


def test_what_the_figures_say() -> None:
    found = made()
    assert findings.requests_finding(found) == "8 requests; the busiest month was March 2026, with 7"
    assert findings.countries_finding(found) == "Moldova comes first, with 5 of 8 requests"
    assert (
        findings.outcomes_finding(found)
        == "3 of 4 requests that ended were executed, in full or in part (75\N{NO-BREAK SPACE}%)"
    )
    assert findings.times_finding(found) == "Half of all first answers come within 30 minutes from them"
    assert findings.missing_finding(found) == "Missing most often: source port of a shared address, in 2 requests"
    share = f"50{findings.SPACE}%"
    assert findings.follow_finding(found.follow[0]) == (
        f"2 of 4 preservations of ours ({share}) were followed by a request for mutual assistance, "
        "1 of them within 60 days"
    )
    assert "Moldova: 0 from us, 5 to us" in findings.lines_in_words(found.countries)
    assert "First answer (from us): median 30 minutes, 90th percentile 5 hours, 2 requests" in findings.times_in_words(
        found.times
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((2, 1), "Missing most often: port, in 2 requests"),
        ((1, 1), "Missing most often: port and time zone, in 1 request each"),
        ((3, 3, 3, 1), "Missing most often: port, time zone and facts, in 3 requests each"),
        ((1, 1, 1, 1), "Missing most often: 4 things, in 1 request each"),
    ],
)
def test_what_is_missing_equally_often_is_named_together(counts: tuple[int, ...], sentence: str) -> None:
    named = ("Port", "Time zone", "Facts", "Offence")
    missing = tuple(Line(name, name, 0, count) for name, count in zip(named, counts, strict=False))
    assert findings.missing_finding(replace(made(), missing=missing)) == sentence


def test_of_two_that_come_first_none_is_said_to() -> None:
    found = made()
    equal = tuple(Line(name, name, 2, 2) for name in ("Armenia", "Moldova"))
    assert findings.countries_finding(replace(found, countries=equal)) == (
        "Armenia and Moldova come first, with 4 of 8 requests each"
    )
    months = tuple(Month(date(2026, month, 1), 1, 3) for month in (1, 3))
    assert findings.requests_finding(replace(found, months=months)) == (
        "8 requests; the busiest months were January 2026 and March 2026, with 4 each"
    )


def test_nothing_is_said_of_nothing() -> None:
    found = made([])
    assert found.empty
    for finding in (
        findings.requests_finding,
        findings.countries_finding,
        findings.outcomes_finding,
        findings.times_finding,
        findings.missing_finding,
    ):
        assert not any(character.isdigit() for character in finding(found))
    assert findings.follow_finding(found.follow[0]) == "No preservation of ours in this period"


def test_rows_and_json_hold_the_same_numbers() -> None:
    found = made()
    listed = [row._asdict() for row in rows(found)]
    data = as_json(found)
    assert data["figures"] == listed
    assert data["asked"] == {"from": "2026-01", "to": "2026-03", "country": None, "direction": None}
    assert data["counted"] == {"entries": 40, "behind": 1, "at": "2026-03-02T10:00:00+00:00"}
    lines = csv_text(found).splitlines()
    assert lines[0] == "figure,key,label,direction,unit,value"
    assert "missing,port,Source port of a shared address,incoming,requests,2" in lines
    assert "time-by-family,assistance closed median,Mutual assistance: closed: median,outgoing,minutes,57600" in lines
    assert "expired,rule receipt,rule receipt,outgoing,requests,1" in lines
    assert len(lines) == len(listed) + 1


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(0, 0, 0), (1, 3, 33), (1, 2, 50), (2, 3, 67), (1, 200, 1), (3, 3, 100)]
)
def test_shares_are_rounded(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


def test_months_go_over_years() -> None:
    assert month_after(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert month_after(date(2025, 12, 1), 1) == date(2026, 1, 1)
    assert len(months_between(date(2025, 11, 1), date(2026, 2, 1))) == 4
    assert months_between(date(2026, 2, 1), date(2026, 1, 1)) == []
