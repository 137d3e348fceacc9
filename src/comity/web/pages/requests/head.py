"""What every page of a request hands to its template."""

from __future__ import annotations

from typing import Any

from comity.casework.queries.request_page import RequestPage
from comity.web.components.request_head import next_action, tabs


def head(page: RequestPage, here: str = "") -> dict[str, Any]:
    """The request, its tabs with the current one marked, and the next action; `here` is empty on a step's page."""
    return {"page": page, "tabs": tabs(page, here), "next": next_action(page)}
