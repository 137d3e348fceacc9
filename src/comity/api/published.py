"""The schema as text: served at /api/v1/openapi.json, and kept in the repository so that no change goes unseen."""

from __future__ import annotations

import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.api.v1 import openapi


@cache
def schema_text() -> str:
    """One form only, so that two schemas are equal where their texts are."""
    return json.dumps(openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


@require_safe
def serve_schema(_request: HttpRequest) -> HttpResponse:
    """Open to everybody: it tells what the program can do, nothing of what the node holds."""
    return HttpResponse(schema_text(), content_type="application/json")
