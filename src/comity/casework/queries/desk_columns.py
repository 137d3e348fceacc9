"""The columns of the desk: which requests stand in each, looked for at once and read at once.

Knows neither why a request stands there nor for whom: `desk` says both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q, QuerySet, Value

from comity.casework.models.request import Request
from comity.casework.queries.request_line import with_line

MOST = 15
"""Requests in a column: as many as one can keep in mind. The lists of requests and of clocks show the rest."""


class Column(StrEnum):
    """Where on the desk a request stands. The urgent ones that others ask of us are looked for by themselves: however
    long they have waited, none may be crowded out by what arrived since."""

    URGENT = "urgent"
    RECEIVED = "received"
    OURS = "ours"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Requests that belong in a column."""

    column: Column
    where: Q


def column_rows(requests: QuerySet[Request], wanted: Sequence[Wanted]) -> dict[Column, list[Request]]:
    """The rows of each column, last changed first, up to one more than it shows.

    Each of `wanted` is looked for by an index of its own: for a condition with “or” between them, PostgreSQL would read
    everything. All are looked for at once, and what is shown is read at once.
    """
    keys = _keys(requests, wanted)
    shown = with_line(Request.objects.select_related("returned_by")).in_bulk(
        [key for one in keys.values() for key in one]
    )
    return {column: [shown[key] for key in keys[column]] for column in Column}


def _keys(requests: QuerySet[Request], wanted: Sequence[Wanted]) -> dict[Column, list[int]]:
    found: dict[Column, list[tuple[datetime, int]]] = {column: [] for column in Column}
    first, *others = (
        requests.filter(one.where).values_list(Value(one.column.value), "changed_at", "pk")[: MOST + 1]
        for one in wanted
    )
    for column, changed_at, key in first.union(*others, all=True) if others else first:
        found[Column(column)].append((changed_at, key))
    return {column: [key for _, key in sorted(marks, reverse=True)[: MOST + 1]] for column, marks in found.items()}
