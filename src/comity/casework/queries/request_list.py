"""The requests that a user may see, by pages of 25, however many there are."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from comity.casework.models.request import Request
from comity.casework.queries.filtered import filtered_requests
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.rules.lists.mark import Mark
from comity.casework.rules.lists.request_filter import Order, RequestFilter
from comity.people.models.user import User

PAGE = 25


@dataclass(frozen=True, slots=True)
class RequestList:
    """One page. `before` and `after` are where its neighbours end and begin, None at either end of the list."""

    lines: tuple[RequestLine, ...]
    wanted: RequestFilter
    before: Mark | None
    after: Mark | None


def request_list(
    user: User, wanted: RequestFilter, *, after: Mark | None = None, before: Mark | None = None
) -> RequestList:
    """The page after the row at `after`, or else the one before the row at `before`, or else the first.

    A page is found by the row it begins behind, and not by counting rows: the thousandth costs what the first does.
    """
    rows = with_line(filtered_requests(user, wanted))
    upwards = before is not None and after is None
    if after:
        rows = rows.filter(_beyond(after, ascending=wanted.order is Order.UNCHANGED))
    elif before:
        rows = rows.filter(_beyond(before, ascending=wanted.order is not Order.UNCHANGED)).reverse()
    found = list(rows[: PAGE + 1])
    more = len(found) > PAGE
    shown = found[:PAGE][::-1] if upwards else found[:PAGE]
    return RequestList(
        tuple(request_line(row) for row in shown),
        wanted,
        before=_mark(shown[0]) if shown and (after or (upwards and more)) else None,
        after=_mark(shown[-1]) if shown and (upwards or more) else None,
    )


def lines_of(requests: QuerySet[Request], most: int) -> tuple[RequestLine, ...]:
    """The first `most` of `requests`, as lines."""
    return tuple(request_line(row) for row in with_line(requests)[:most])


def _mark(row: Request) -> Mark:
    return Mark(row.changed_at, row.pk)


def _beyond(mark: Mark, *, ascending: bool) -> Q:
    """Rows behind `mark`. The first part, though implied, is what lets PostgreSQL begin in the middle of an index."""
    way = "gt" if ascending else "lt"
    return Q(**{f"changed_at__{way}e": mark.at}) & (
        Q(**{f"changed_at__{way}": mark.at}) | Q(**{"changed_at": mark.at, f"pk__{way}": mark.row})
    )
