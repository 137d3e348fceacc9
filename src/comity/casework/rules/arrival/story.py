"""What became of what arrived, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.arrival.events import RequestAmended

Payload = Mapping[str, Any]


def _amended(payload: Payload) -> str:
    count = len(payload["fields"])
    return f"corrected what was typed in: {count} {'field' if count == 1 else 'fields'} (version {payload['version']})"


SENTENCES: dict[str, Callable[[Payload], str]] = {RequestAmended.name: _amended}
"""What follows the name of whoever recorded it, by the event's name."""
