"""Files that anybody may keep: an ETag that is the content's digest, so that what has not changed is not sent again."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

FOR_SECONDS = 300
"""How long a copy may be used without asking whether it still stands."""


def kept(request: HttpRequest, digest: str, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The file; without its content where the reader has this digest already. Programs of any site may read it."""
    etag = quote_etag(digest)
    response: HttpResponseBase = get_conditional_response(request, etag=etag) or make()
    response.headers["ETag"] = etag
    response.headers["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(response, public=True, max_age=FOR_SECONDS)
    return response
