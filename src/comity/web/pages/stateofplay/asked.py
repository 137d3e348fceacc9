"""What every page of the state of play reads from its address: a day, and countries."""

from __future__ import annotations

from django.http import HttpRequest

from comity.kernel.country import CountryCode

MOST = 250
"""More countries than there are."""


def countries_asked(request: HttpRequest) -> list[str] | None:
    """The countries that the address names; None, for all that are described, where it names none that exist."""
    found = set()
    for text in request.GET.get("countries", "").split(","):
        try:
            found.add(str(CountryCode(text)))
        except ValueError:
            continue
    return sorted(found)[:MOST] or None
