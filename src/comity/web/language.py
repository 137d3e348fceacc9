"""In which of the nine languages a page is read: as the reader chose, else as the browser asks, else English."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from comity.kernel.languages import ENGLISH, Language
from comity.kernel.languages import language_of as language_with


def language_of(request: HttpRequest) -> Language:
    """The reader's language; English where none of the nine is chosen or asked for."""
    try:
        return language_with(get_language_from_request(request))
    except ValueError:
        return ENGLISH
