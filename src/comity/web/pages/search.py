"""Looking for a case or a request: by words, by a reference of either side, by an identifier."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.casework.queries import search as searching
from comity.people.access import person


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the visitor may see of what is looked for."""
    found = searching.search(person(request.user), request.GET.get("q", ""))
    return render(request, "web/search/page.html", {"found": found})
