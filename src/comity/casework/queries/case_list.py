"""The cases that a user may see, newest first, by pages of 25."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from comity.casework.queries.visible import visible_cases
from comity.people.models.user import User

PAGE = 25


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as one line; `last_change` is of its requests, in UTC, None where it has none."""

    reference: str
    title: str
    offence_summary: str
    restricted: bool
    opened_at: datetime
    opened_by: str
    requests: int
    last_change: datetime | None


@dataclass(frozen=True, slots=True)
class CaseList:
    """One page. `more` says that there is a next one: counting all of a million would cost more than it tells."""

    lines: tuple[CaseLine, ...]
    text: str
    page: int
    more: bool


def case_list(user: User, *, text: str = "", page: int = 1) -> CaseList:
    """Page `page` (from 1) of the cases whose reference, title or offence holds `text`, or with such a request."""
    words = text.strip()[:100].replace("\x00", "")
    number = max(1, page)
    visible = cases = visible_cases(user)
    if words:
        cases = visible.filter(
            Q(reference__icontains=words)
            | Q(title__icontains=words)
            | Q(offence_summary__icontains=words)
            | Q(pk__in=visible.filter(requests__reference__iexact=words).values("pk"))
        )
    start = (number - 1) * PAGE
    shown = list(cases.order_by("-opened_at", "-id").values_list("pk", flat=True)[start : start + PAGE + 1])
    rows = (
        visible.filter(pk__in=shown[:PAGE])
        .select_related("opened_by")
        .annotate(count=Count("requests"), last_change=Max("requests__changed_at"))
        .order_by("-opened_at", "-id")
    )
    lines = tuple(
        CaseLine(
            row.reference,
            row.title,
            row.offence_summary,
            row.restricted,
            row.opened_at,
            row.opened_by.display_name,
            row.count,
            row.last_change,
        )
        for row in rows
    )
    return CaseList(lines, words, number, len(shown) > PAGE)
