"""Stands before every address of the API: size, method, and problems instead of pages, whatever happens inside."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from comity.api.problem import Sort, problem
from comity.api.questions import Known, unknown_question

LARGEST_BODY = 1024 * 1024
"""Bytes of JSON. A request with every field filled has some 20 000."""

View = Callable[..., HttpResponseBase]


def guarded(view: View, *, largest: int = LARGEST_BODY, known: Known | None = None) -> View:
    """`view`, open to whoever brings a token: no session, no cookie and no form token have a say here.

    A body larger than `largest` bytes is refused before any of it is read, and so is a question that is not `known`.
    """

    @csrf_exempt  # a cookie proves nothing here, so there is nothing to forge
    @login_not_required  # the operation itself asks for the token
    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refused = _refusal(request, largest) or unknown_question(request, known or {})
        response = refused or _entered(view, request, args, kwargs)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return enter


def nothing_here(_request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """What an address that the API does not have answers."""
    return problem(404, Sort.NOT_FOUND, "The API has no such address. Its list is at /api/v1/openapi.json.")


def _refusal(request: HttpRequest, largest: int) -> HttpResponse | None:
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not (size.isascii() and size.isdecimal()):
        return problem(400, Sort.UNREADABLE, "The header Content-Length is not a number. Leave it to your program.")
    if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower():
        return problem(
            411,
            Sort.LENGTH,
            "The body comes in chunks of no stated length. Send it at once, with the header Content-Length.",
        )
    if int(size[:20]) > largest:
        return problem(
            413, Sort.TOO_LARGE, f"The body has {size[:20]} bytes; this address takes {largest}. Send less at once."
        )
    if "\x00" in request.path_info:
        return nothing_here(request)
    return None


def _entered(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return nothing_here(request)
    if isinstance(response, HttpResponseNotAllowed):
        allowed = ", ".join(sorted(response.headers["Allow"].split(", ")))
        return problem(
            405,
            Sort.METHOD,
            f"{(request.method or '')[:20]} does nothing here. Use {allowed}.",
            headers={"Allow": allowed},
        )
    return response
