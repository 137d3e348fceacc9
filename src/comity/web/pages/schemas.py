"""The JSON Schemas of requests, for programs of anybody: public, at addresses that stay."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from comity.casework.rules.schema_files import index_text, schema_file
from comity.kernel.digest import Digest
from comity.web.atlas.kept import kept


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Which schemas there are; each one's file is named as seen from here."""
    return _file(request, index_text(), "application/json")


@login_not_required
@require_safe
def schema(request: HttpRequest, kind: str, version: int) -> HttpResponseBase:
    """The schema of one kind in one version. Raises Http404."""
    text = schema_file(kind, version)
    if text is None:
        raise Http404("There is no schema of this kind and version. The index lists those there are.")
    return _file(request, text, "application/schema+json")


def _file(request: HttpRequest, text: str, media_type: str) -> HttpResponseBase:
    content = text.encode()
    return kept(request, str(Digest.of(content)), lambda: HttpResponse(content, content_type=media_type))
