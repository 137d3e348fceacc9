"""Which version of a request somebody looked at: sent out as ETag, asked back as If-Match (RFC 9110, 13.1.1)."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

from comity.api.problem import Raised, Sort, refusal

_MATCH = re.compile(r'\s*(?:W/)?"?([0-9]{1,9})"?\s*', re.ASCII)

IF_MATCH: dict[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of the request as it was read: nobody changes, or decides on, what they have not seen.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$', "examples": ['"1"']},
}
"""The parameter, as the schema describes it."""


def seen_version(request: HttpRequest) -> int:
    """The version in If-Match. Raises Raised: 428 without one, 422 for one that we never gave."""
    text = request.headers.get("If-Match")
    if text is None:
        raise Raised(
            428,
            Sort.NO_VERSION,
            "The header If-Match is missing. Read the request first, and send back the ETag that came with it.",
        )
    found = _MATCH.fullmatch(text)
    if found is None:
        raise refusal("If-Match", "If-Match holds one ETag, as it came with the request: a number in quotation marks.")
    return int(found[1])


def etag(version: int) -> str:
    """The version as a header."""
    return f'"{version}"'
