"""The activities of all projects: filtered as one types, 25 a page, and as a table to take along. Public."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.overview import ActivityKind
from comity.kernel import clock
from comity.programme.queries.activities import activity_list, activity_years, project_choices
from comity.programme.queries.activity_table import activity_table
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import OPEN, UNACCOUNTED, ActivityFilter, Order, activity_filter
from comity.web.components.countries import all_countries


@login_not_required
@require_safe
def activities(request: HttpRequest) -> HttpResponse:
    """The page that the address asks for; what it says wrongly counts as not said. htmx gets the table alone."""
    page = request.GET.get("page", "")
    found = activity_list(asked(request), int(page) if page.isdecimal() and len(page) < 8 else 1, clock.today())  # noqa: PLR2004
    content: dict[str, Any] = {"found": found}
    table_only = getattr(request, "htmx", False)
    if not table_only:
        content |= choices() | {"wanted": found.wanted, "years": activity_years(), "orders": list(Order)}
    response = render(request, f"web/programme/activities.html{'#table' if table_only else ''}", content)
    patch_vary_headers(response, ["HX-Request"])
    return response


@login_not_required
@require_safe
def activities_file(request: HttpRequest) -> StreamingHttpResponse:
    """The filtered list as a table for spreadsheets, row by row."""
    today = clock.today()
    response = StreamingHttpResponse(activity_table(asked(request), today), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="activities-{today:%Y-%m-%d}.csv"'
    return response


def asked(request: HttpRequest) -> ActivityFilter:
    """The filter that the address names."""
    return activity_filter({name: str(value) for name, value in request.GET.items()})


def choices() -> dict[str, Any]:
    """What filters of activities choose from."""
    return {
        "projects": project_choices(),
        "countries": all_countries(node_snapshot()),
        "kinds": list(ActivityKind),
        "states": list(ActivityState),
        "open": OPEN,
        "unaccounted": UNACCOUNTED,
    }
