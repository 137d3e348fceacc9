"""Which page of a list an address asks for; what it says wrongly counts as not said."""

from __future__ import annotations

from django.http import HttpRequest


def page_asked(request: HttpRequest, farthest: int) -> int:
    """The number in the address's `page`, from 1 to `farthest`."""
    text = request.GET.get("page", "")
    return max(1, min(int(text), farthest)) if text.isascii() and text.isdecimal() and len(text) <= len("999") else 1
