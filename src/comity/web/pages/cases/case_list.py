"""The list of cases: filter by typing, narrow by state, order, 25 a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from comity.casework.queries.case_list import Order, case_list
from comity.casework.rules.transitions import State
from comity.people.access import person

FARTHEST_PAGE = 40_000
"""A million cases; what is asked for beyond is a slip."""


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The page that the address asks for; what it says wrongly counts as not said. htmx gets the table alone."""
    asked = request.GET
    found = case_list(
        person(request.user),
        text=asked.get("q", ""),
        state=_state(asked.get("state", "")),
        order=_order(asked.get("order", "")),
        page=_number(asked.get("page", "")),
    )
    content = {"found": found, "states": list(State), "orders": list(Order)}
    table_only = getattr(request, "htmx", False)
    response = render(request, f"web/cases/list.html{'#table' if table_only else ''}", content)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _state(text: str) -> State | None:
    return State(text) if text in set(State) else None


def _order(text: str) -> Order:
    return Order(text) if text in set(Order) else Order.NEWEST


def _number(text: str) -> int:
    return min(int(text), FARTHEST_PAGE) if text.isascii() and text.isdecimal() and len(text) < len("1000000") else 1
