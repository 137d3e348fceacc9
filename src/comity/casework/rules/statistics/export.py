"""The figures as rows and as JSON, for other programs. One row is one number, with its unit."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.figures import Figures, Line, Times

REQUESTS = "requests"
MINUTES = "minutes"


class Row(NamedTuple):
    """`figure` names what is counted, `key` and `label` which part of it; `unit` is requests, calls or minutes."""

    figure: str
    key: str
    label: str
    direction: str
    unit: str
    value: int


def rows(found: Figures) -> Iterator[Row]:
    """Every number of the tree. A time that nothing is known of has no row."""
    for figure, lines in _lines(found).items():
        for line in lines:
            for way in found.asked.directions:
                yield Row(figure, line.key, line.label, way.value, REQUESTS, line.of(way))
    for month in found.months:
        for way, count in ((Direction.OUTGOING, month.outgoing), (Direction.INCOMING, month.incoming)):
            if way in found.asked.directions:
                yield Row("month", f"{month.month:%Y-%m}", f"{month.month:%B %Y}", way.value, REQUESTS, count)
    yield from _times("time", found.times)
    yield from _times("time-by-family", found.families)
    for follow in found.follow:
        for name in ("preservations", "followed", "in_time", "extensions"):
            label = name.replace("_", " ").capitalize()
            yield Row("follow-up", name, label, follow.direction.value, REQUESTS, getattr(follow, name))
    for line in found.tests.results:
        yield Row("test-call", line.key, line.label, Direction.OUTGOING.value, "calls", line.outgoing)
    yield from _times("test-call-time", (found.tests.times,))


def csv_text(found: Figures) -> str:
    """The rows as CSV, with a line of headings."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(Row._fields)
    table.writerows(rows(found))
    return text.getvalue()


def as_json(found: Figures) -> dict[str, Any]:
    """The same numbers with the question and how far the ledger was counted."""
    return {
        "asked": {
            "from": f"{found.asked.since:%Y-%m}",
            "to": f"{found.asked.until:%Y-%m}",
            "country": found.asked.country or None,
            "direction": found.asked.direction.value if found.asked.direction else None,
        },
        "counted": {
            "entries": found.standing.counted,
            "behind": found.standing.behind,
            "at": found.standing.at.isoformat() if found.standing.at else None,
        },
        "figures": [row._asdict() for row in rows(found)],
    }


def _lines(found: Figures) -> dict[str, Iterable[Line]]:
    return {
        "requests": (found.requests,),
        "notices": (found.notices,),
        "kind": found.kinds,
        "country": found.countries,
        "data": found.data,
        "offence": found.offences,
        "urgency": found.urgency,
        "channel": found.channels,
        "outcome": found.outcomes,
        "ground": found.grounds,
        "incomplete": (found.incomplete,),
        "missing": found.missing,
        "misdirected": (found.forwarded,),
        "expired": (found.expired, *found.expired_rules),
    }


def _times(figure: str, times: Iterable[Times]) -> Iterator[Row]:
    for one in times:
        yield Row(figure, f"{one.key} counted", one.label, one.direction.value, REQUESTS, one.count)
        for name, value in (("median", one.median), ("90th percentile", one.ninetieth)):
            if value is not None:
                yield Row(figure, f"{one.key} {name}", f"{one.label}: {name}", one.direction.value, MINUTES, value)
