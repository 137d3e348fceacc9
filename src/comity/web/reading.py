"""Middleware: while a page is only read, what its reader may do is asked once, not by each of its parts.

What changes something asks each time, in the transaction that changes it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from comity.people.queries.roles import roles_asked_once


class Reading:
    """For the methods that only read (RFC 9110, section 9.2.1)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with roles_asked_once():
            return self.get_response(request)
