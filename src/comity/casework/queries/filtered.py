"""The requests that a user may see and a filter chooses, in its order: for the list, its exports and its print."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.queries.by_words import by_words
from comity.casework.queries.exact import exact_requests
from comity.casework.queries.visible import visible_cases, visible_requests
from comity.casework.rules.handling.open_states import OPEN_STATES
from comity.casework.rules.lists.request_filter import OPEN, Order, RequestFilter
from comity.casework.rules.search_words import Sought, sought
from comity.people.models.user import User

ORDERS = {Order.CHANGED: ("-changed_at", "-id"), Order.UNCHANGED: ("changed_at", "id")}
_CASES = 50
"""Cases whose title holds the words and whose requests are found by that: the newest."""


def filtered_requests(user: User, wanted: RequestFilter) -> QuerySet[Request]:
    """The rows, ordered. Looks for what the text names exactly first; only if that is nothing, for its words."""
    rows = visible_requests(user)
    if wanted.text:
        rows = rows.filter(_with_text(user, rows, wanted.text))
    if wanted.direction:
        rows = rows.filter(direction=wanted.direction.value)
    if wanted.state:
        rows = rows.filter(state__in=OPEN_STATES) if wanted.state == OPEN else rows.filter(state=wanted.state)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.country:
        rows = rows.filter(counterpart=wanted.country)
    if wanted.urgent:
        rows = rows.filter(urgent=True)
    if wanted.mine:
        rows = rows.filter(drafted_by=user)
    return rows.order_by(*ORDERS[wanted.order])


def _with_text(user: User, rows: QuerySet[Request], text: str) -> Q:
    if exact := exact_requests(rows, text):
        return Q(pk__in=exact)
    words = sought(text)
    if words is None:
        return Q()
    return by_words(rows, words) | Q(case_id__in=_cases_about(user, words))


def _cases_about(user: User, words: Sought) -> list[int]:
    cases = visible_cases(user)
    found: QuerySet[Case] = cases.filter(by_words(cases, words)).order_by("-opened_at", "-id")
    return list(found.values_list("pk", flat=True)[:_CASES])
