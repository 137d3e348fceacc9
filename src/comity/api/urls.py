"""Addresses of the API. An address, once published, stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import URLPattern, path, re_path

from comity.api.door import LARGEST_BODY, View, guarded, nothing_here
from comity.api.published import serve_schema
from comity.api.questions import known_questions
from comity.api.upload import ROOM_FOR_PARTS
from comity.api.v1 import ROOT, openapi, v1
from comity.casework.actions.keep_attachment import largest
from comity.casework.rules.arrival.reading import LARGEST_FILE as LARGEST_ARRIVAL
from comity.documents.rules.judgement import LARGEST_FILE

_LARGEST = {
    "documents/verify": LARGEST_FILE,
    "incoming/files": LARGEST_ARRIVAL + ROOM_FOR_PARTS,
    "requests/<reference>/attachments": largest() + ROOM_FOR_PARTS,
}
"""Addresses that take more than a body of JSON."""


def _paths() -> list[URLPattern]:
    """The resources' addresses, each behind the door."""
    patterns, *_ = v1.urls
    schema = openapi()
    return [
        path(str(pattern.pattern), _behind(pattern.callback, str(pattern.pattern), schema))
        for pattern in patterns
        if isinstance(pattern, URLPattern) and str(pattern.pattern)
    ]


def _behind(view: View, route: str, schema: Mapping[str, Any]) -> View:
    return guarded(view, largest=_LARGEST.get(route, LARGEST_BODY), known=known_questions(schema, ROOT, route))


_PREFIX = ROOT.lstrip("/")

urlpatterns = [
    path(f"{_PREFIX}openapi.json", guarded(serve_schema)),
    *(path(f"{_PREFIX}{pattern.pattern}", pattern.callback) for pattern in _paths()),
    re_path(r"^api(?:/.*)?$", guarded(nothing_here)),
]
