"""The cases that a user may see, newest first, page by page: for programs that read the list to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from comity.casework.queries.beyond import beyond
from comity.casework.queries.visible import visible_cases
from comity.casework.rules.lists.mark import Mark
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A case without its requests; `opened_at` in UTC."""

    reference: str
    title: str
    offence_summary: str
    restricted: bool
    opened_at: datetime
    opened_by: str


@dataclass(frozen=True, slots=True)
class CaseFeed:
    """One page; `next` is the mark behind which the one after begins, None at the end."""

    lines: tuple[CaseHead, ...]
    next: Mark | None


def case_feed(user: User, *, text: str = "", after: Mark | None = None, limit: int = 25) -> CaseFeed:
    """Up to `limit` cases after `after` whose reference, title or offence holds `text`, in two queries."""
    rows = visible_cases(user).select_related("opened_by").order_by("-opened_at", "-id")
    if words := text.strip():
        rows = rows.filter(
            Q(reference__icontains=words) | Q(title__icontains=words) | Q(offence_summary__icontains=words)
        )
    if after:
        rows = rows.filter(beyond(after, "opened_at"))
    found = list(rows[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return CaseFeed(
        tuple(
            CaseHead(
                row.reference,
                row.title,
                row.offence_summary,
                row.restricted,
                row.opened_at,
                row.opened_by.display_name,
            )
            for row in found[:limit]
        ),
        Mark(last.opened_at, last.pk) if last else None,
    )
