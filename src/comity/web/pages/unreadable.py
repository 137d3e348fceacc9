"""What a browser sent and this node did not read: too much text for a form, or nothing that makes sense. Keeps none."""

from __future__ import annotations

from math import ceil

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request

from comity.casework.rules.arrival.reading import LARGEST_FILE
from comity.casework.rules.blocks.facts import NARRATIVE
from comity.casework.rules.forged import LONGEST_TEXT

_MB = 1024 * 1024
_TEN = 10 * _MB


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page with status 413 that says what to do where a form held too much (RFC 9110, 15.5.14); else the page for
    400."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return bad_request(request, exception)
    content = {
        "sent": _stated(request),
        "form_takes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // _MB,
        "field_takes": LONGEST_TEXT,
        "facts_take": NARRATIVE,
        "file_takes": LARGEST_FILE // _MB,
    }
    return render(request, "web/errors/too_much.html", content, status=413)


def _stated(request: HttpRequest) -> str:
    """How many MB were sent, as the header states it: below ten to a tenth, so that it is more than a form takes. Empty
    where it states nothing, or less than one."""
    stated = str(request.META.get("CONTENT_LENGTH") or "")[:20]
    sent = int(stated) if stated.isascii() and stated.isdecimal() else 0
    if sent < _MB:
        return ""
    return f"{sent // _MB:,}" if sent >= _TEN else f"{ceil(10 * sent / _MB) / 10:.1f}"
