"""Light, dark or as the reader's machine says: kept in a cookie, so that the first paint is already right."""

from __future__ import annotations

from enum import StrEnum

from django.http import HttpRequest

COOKIE = "theme"


class Theme(StrEnum):
    """What the reader chose. Auto follows the machine where scripts run, and is light where they don't."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


def theme_of(request: HttpRequest) -> Theme:
    """The reader's choice; auto where there is none, or one we never offered."""
    try:
        return Theme(request.COOKIES.get(COOKIE, Theme.AUTO))
    except ValueError:
        return Theme.AUTO
