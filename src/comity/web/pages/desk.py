"""The desk: what arrived, what runs out, what waits for me."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.casework.queries import desk as desks
from comity.casework.queries.desk_foot import desk_foot
from comity.people.access import person
from comity.upkeep.queries.desk import upkeep_desk


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The three columns of whoever signed in, and what a shift finds besides requests."""
    user = person(request.user)
    return render(
        request, "web/desk/page.html", {"desk": desks.desk(user), "foot": desk_foot(user), "upkeep": upkeep_desk(user)}
    )
