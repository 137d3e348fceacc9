"""Back to the page that a small form was on, and a reader's choice kept in a cookie on the way."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

_YEAR = 365 * 24 * 3600


def way_back(request: HttpRequest, field: str = "back") -> str:
    """The address that the form names; empty where it names none, or one of another node."""
    back = request.POST.get(field, "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if ours else ""


def kept(request: HttpRequest, cookie: str, choice: str) -> HttpResponse:
    """Keep `choice` for a year, signed in or not, and return to the page on which it was made."""
    response = HttpResponseRedirect(way_back(request) or "/")
    keep(response, request, cookie, choice)
    return response


def keep(response: HttpResponse, request: HttpRequest, cookie: str, choice: str) -> None:
    """Have the browser keep `choice` for a year."""
    response.set_cookie(cookie, choice, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
