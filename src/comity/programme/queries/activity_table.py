"""The filtered activities as a table for spreadsheets: text that none takes for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from comity.programme.queries.activities import filtered_activities
from comity.programme.queries.activity_line import ActivityLine, activity_line
from comity.programme.rules.activity_filter import ActivityFilter
from comity.stateofplay.rules.tabular import csv_lines

BOM = "\ufeff"
"""So that spreadsheets read UTF-8 as such."""
HEAD = (
    *("project", "activity", "title", "kind", "state", "unconfirmed", "first_day", "last_day", "known", "when"),
    *("venue", "host", "countries", "result", "outcome_not_known"),
)


def activity_table(wanted: ActivityFilter, today: date) -> Iterator[str]:
    """All that the filter lets through, in its order, line by line."""
    rows = filtered_activities(wanted, today).select_related("project", "result")
    yield BOM
    yield from csv_lines(HEAD, _cells(activity_line(row, today) for row in rows.iterator(chunk_size=500)))


def _cells(lines: Iterable[ActivityLine]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield (
            *(line.project, line.code, line.title, line.kind.label, line.state.label, _said(line.unconfirmed)),
            *(line.starts.isoformat(), line.ends.isoformat(), line.precision.label, line.when),
            *(line.venue, line.host, " ".join(line.countries), line.result, _said(line.unaccounted)),
        )


def _said(yes: bool) -> str:
    return "yes" if yes else "no"
