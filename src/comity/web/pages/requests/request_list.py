"""The list of requests: filtered as one types, 25 a page, with the filters that its reader keeps; and its print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.queries.filtered import filtered_requests
from comity.casework.queries.request_list import RequestList, lines_of, request_list
from comity.casework.queries.saved_filters import saved_filters
from comity.casework.rules.direction import Direction
from comity.casework.rules.lists.mark import mark
from comity.casework.rules.lists.request_filter import OPEN, Order, request_filter
from comity.casework.rules.registry import kinds
from comity.casework.rules.transitions import State
from comity.people.access import Person, person
from comity.web.components.countries import all_countries

MOST_PRINTED = 500


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """The page that the address asks for; what it says wrongly counts as not said. htmx gets the table alone."""
    asked = request.GET
    user = person(request.user)
    found = request_list(
        user,
        request_filter({name: str(value) for name, value in asked.items()}),
        after=mark(asked.get("after", "")),
        before=mark(asked.get("before", "")),
    )
    table_only = getattr(request, "htmx", False)
    content = {"found": found} if table_only else _page(found, user)
    response = render(request, f"web/requests/list.html{'#table' if table_only else ''}", content)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def print_view(request: HttpRequest) -> HttpResponse:
    """The first 500 of the list on one page, to be printed."""
    wanted = request_filter({name: str(value) for name, value in request.GET.items()})
    lines = lines_of(filtered_requests(person(request.user), wanted), MOST_PRINTED + 1)
    content = {"lines": lines[:MOST_PRINTED], "more": len(lines) > MOST_PRINTED, "most": MOST_PRINTED, "wanted": wanted}
    return render(request, "web/requests/print.html", content)


def _page(found: RequestList, user: Person) -> dict[str, Any]:
    return {
        "found": found,
        "wanted": found.wanted,
        "directions": list(Direction),
        "states": list(State),
        "open": OPEN,
        "kinds": sorted(((one.name, one.label) for one in kinds().values()), key=lambda choice: choice[1]),
        "countries": all_countries(node_snapshot()),
        "orders": list(Order),
        "kept": saved_filters(user),
    }
