"""The requests that a user may see and a filter chooses, page by page: for programs that read a list to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.casework.queries.beyond import beyond
from comity.casework.queries.filtered import filtered_requests
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.rules.lists.mark import Mark
from comity.casework.rules.lists.request_filter import RequestFilter
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class RequestFeed:
    """One page; `next` is the mark behind which the one after begins, None at the end."""

    lines: tuple[RequestLine, ...]
    next: Mark | None


def request_feed(
    user: User,
    wanted: RequestFilter,
    *,
    case_reference: str = "",
    changed_since: datetime | None = None,
    after: Mark | None = None,
    limit: int = 25,
) -> RequestFeed:
    """Up to `limit` requests, last changed first. A row that is changed meanwhile moves to the front."""
    rows = filtered_requests(user, wanted)
    if case_reference:
        rows = rows.filter(case__reference=case_reference.strip().upper()[:30])
    if changed_since:
        rows = rows.filter(changed_at__gte=changed_since)
    if after:
        rows = rows.filter(beyond(after, "changed_at"))
    found = list(with_line(rows)[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return RequestFeed(
        tuple(request_line(row) for row in found[:limit]), Mark(last.changed_at, last.pk) if last else None
    )
