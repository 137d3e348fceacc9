"""Middleware: everything that goes into a page is said in its reader's language. What programs read stays English."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from comity.kernel.languages import ENGLISH
from comity.kernel.words import speaking
from comity.web.catalogue import catalogue
from comity.web.language import language_of

FOR_PROGRAMS = "/api/"
FILES = re.compile(r"\.(csv|docx|ics|json|md|pdf|pptx|xlsx|xml|zip)$")
"""Files go on to readers of any language, and to programs."""


class Speaking:
    """Opens the catalogue for the length of a request, and tells caches that the page depends on the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FOR_PROGRAMS) or FILES.search(request.path):
            with translation.override(ENGLISH.code):
                return self.get_response(request)
        code = language_of(request).code
        with translation.override(code), speaking(catalogue(code)):
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", code)
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response
