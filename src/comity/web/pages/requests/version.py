"""Which version of a request a posted form was made from."""

from __future__ import annotations

from django.http import HttpRequest

MOST_DIGITS = 9


def version_of(request: HttpRequest, *names: str) -> int:
    """The number in the first of the form's fields `names` (default: version) that says anything.

    What is no number is no version of anything: -1, which whoever compares versions will refuse.
    """
    text = next(filter(None, (request.POST.get(name) for name in names or ("version",))), "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else -1
