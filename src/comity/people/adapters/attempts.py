"""By which name the rate limit counts failed sign-ins: the one that the sign-in itself looks up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from comity.people.rules.user import LONGEST_USERNAME


def counted_name(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """The given username in lower case, so that writing it in another case does not begin a new count."""
    given = (credentials or {}).get("username") or request.POST.get("username") or ""
    return str(given).strip().lower()[:LONGEST_USERNAME]
