"""Choosing light, dark or the machine's own: for everyone, signed in or not."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from comity.web.theme import COOKIE, Theme
from comity.web.way_back import kept


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the choice in a cookie and returns to the page it was made on (only to a page of this node)."""
    try:
        theme = Theme(request.POST.get("theme", ""))
    except ValueError:
        return HttpResponseBadRequest("Choose light, dark or auto.", content_type="text/plain")
    return kept(request, COOKIE, theme)
