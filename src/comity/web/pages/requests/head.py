"""What every page of a request hands to its template."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity.casework.queries.request_page import RequestPage
from comity.kernel.words import say
from comity.web.components.request_head import next_action, other_steps, tabs


def head(page: RequestPage, here: str = "") -> dict[str, Any]:
    """The request, its tabs with the current one marked, the next action and the others; `here` is empty on a step's
    page."""
    return {"page": page, "tabs": tabs(page, here), "next": next_action(page), "other_steps": other_steps(page)}


def not_ours(request: HttpRequest, page: RequestPage) -> HttpResponse | None:
    """To the request, where it is one that others wrote: there is nothing to draft, check, approve or sign."""
    if not page.incoming:
        return None
    messages.info(request, say("Others wrote this request: here it is answered, and neither changed nor approved."))
    return redirect("request", page.line.reference)
