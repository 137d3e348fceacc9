"""Which of our tickets something that arrived goes on with, by the numbers in it. Proposes; a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from comity.casework.queries.visible import visible_requests
from comity.people.models.user import User

_NUMBERS = ("previous_reference", "previous_own_reference", "preservation_reference", "preservation_own_reference")


def followed_by(user: User, content: Mapping[str, Any]) -> str:
    """Our reference of the request that `content` names by our number or by theirs; empty where none is visible."""
    named = [value.strip() for name in _NUMBERS if isinstance(value := content.get(name), str) and value.strip()]
    if not named:
        return ""
    numbers = [number.upper()[:200] for number in named]
    ours = visible_requests(user).filter(reference__in=numbers)
    country = str(content.get("requesting_country", "")).strip().upper()[:2]
    theirs = visible_requests(user).filter(Q(counterpart=country) & Q(their_reference__in=named))
    found = ours.order_by("-id").first() or (theirs.order_by("-id").first() if country else None)
    return found.reference if found else ""
