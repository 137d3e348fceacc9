"""Middleware: everything that goes into a page is said in its reader's language. What programs read stays English."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from comity.kernel.words import speaking
from comity.web.catalogue import catalogue
from comity.web.in_english import english
from comity.web.language import language_of

FOR_PROGRAMS = "/api/"
FILES = re.compile(r"\.(csv|docx|ics|json|md|pdf|pptx|xlsx|xml|zip)$")
"""Files go on to readers of any language, and to programs."""


class Speaking:
    """Opens the catalogue for the length of a request, and tells caches that the page depends on the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(FOR_PROGRAMS):
            return self._in_english(request)
        if FILES.search(request.path):
            response = self._in_english(request)
            if request.method != "GET" or not _is_page(response):
                return response  # else it says why there is no file: asked again, in its reader's language
        code = language_of(request).code
        with translation.override(code), speaking(catalogue(code)):
            response = self.get_response(request)
        if _is_page(response):
            response.headers.setdefault("Content-Language", code)
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    def _in_english(self, request: HttpRequest) -> HttpResponse:
        with english():
            return self.get_response(request)


def _is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")
