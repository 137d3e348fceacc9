"""Choosing light, dark or the machine's own: for everyone, signed in or not."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from comity.web.theme import COOKIE, Theme

_YEAR = 365 * 24 * 3600


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the choice in a cookie and returns to the page it was made on (only to a page of this node)."""
    try:
        theme = Theme(request.POST.get("theme", ""))
    except ValueError:
        return HttpResponseBadRequest("Choose light, dark or auto.", content_type="text/plain")
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    response.set_cookie(COOKIE, theme, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    return response
