"""The cases that a user may see, by pages of 25."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.by_words import by_words
from comity.casework.queries.exact import exact_cases, exact_requests
from comity.casework.queries.visible import visible_cases, visible_requests
from comity.casework.rules.search_words import sought
from comity.casework.rules.transitions import State
from comity.kernel.words import noted
from comity.people.models.user import User

PAGE = 25
_FEW = 1000


class Order(StrEnum):
    """How cases are ordered; what an index can give at once."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"

    @property
    def label(self) -> str:
        return {"newest": noted("Newest first"), "oldest": noted("Oldest first"), "title": noted("By title")}[self]


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
    state: State | None
    order: Order
    page: int
    more: bool


def case_list(
    user: User, *, text: str = "", state: State | None = None, order: Order = Order.NEWEST, page: int = 1
) -> CaseList:
    """Page `page` (from 1) of the cases that `text` names or whose words hold it, or with a request so named.

    With `state`, only cases that have a request in it.
    """
    words = text.strip()[:100].replace("\x00", "")
    number = max(1, page)
    visible = visible_cases(user)
    chosen = _chosen(user, visible, words, state)
    start = (number - 1) * PAGE
    shown = list(chosen.order_by(*_ORDERS[order]).values_list("pk", flat=True)[start : start + PAGE + 1])
    rows = (
        visible.filter(pk__in=shown[:PAGE])
        .select_related("opened_by")
        .annotate(count=Count("requests"), last_change=Max("requests__changed_at"))
        .order_by(*_ORDERS[order])
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
    return CaseList(lines, words, state, order, number, len(shown) > PAGE)


def _chosen(user: User, visible: QuerySet[Case], words: str, state: State | None) -> QuerySet[Case]:
    chosen = visible
    if words:
        chosen = chosen.filter(_about(user, visible, words))
    if state:
        chosen = chosen.filter(_with_one(state))
    return chosen


def _with_one(state: State) -> Q:
    """Cases with a request in `state`. Where there are few they are named; else the list soon comes upon some."""
    rows = Request.objects.filter(state=state).order_by("-changed_at", "-id")
    some = list(rows.values_list("case_id", flat=True)[: _FEW + 1])
    if len(some) <= _FEW:
        return Q(pk__in=set(some))
    return Q(Exists(Request.objects.filter(case=OuterRef("pk"), state=state)))


def _about(user: User, visible: QuerySet[Case], words: str) -> Q:
    """Named exactly, or through a request that is; only if nothing is, by words."""
    named = {*exact_cases(visible, words)}
    if requests := exact_requests(visible_requests(user), words):
        named |= set(Request.objects.filter(pk__in=requests).values_list("case_id", flat=True))
    if named:
        return Q(pk__in=named)
    asked = sought(words)
    return by_words(visible, asked) if asked else Q()


_ORDERS = {Order.NEWEST: ("-opened_at", "-id"), Order.OLDEST: ("opened_at", "id"), Order.TITLE: ("title", "id")}
