"""The countries that a page's address names."""

from __future__ import annotations

from django.http import HttpRequest

from comity.kernel.country import CountryCode

MOST = 250


def countries_asked(request: HttpRequest) -> list[str] | None:
    """Those of `countries=GE,UA` that exist; None, for all that are described, where it names none."""
    found = set()
    for text in request.GET.get("countries", "").split(","):
        try:
            found.add(str(CountryCode(text)))
        except ValueError:
            continue
    return sorted(found)[:MOST] or None
