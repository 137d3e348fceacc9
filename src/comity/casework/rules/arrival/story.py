"""What became of what arrived, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.arrival.events import RegistrationCorrected, RequestAmended
from comity.casework.rules.registry import kinds

Payload = Mapping[str, Any]


def _amended(payload: Payload) -> str:
    count = len(payload["fields"])
    return f"corrected what was typed in: {count} {'field' if count == 1 else 'fields'} (version {payload['version']})"


def _registered_as(payload: Payload) -> str:
    version = payload["version"]
    if payload["kind"] == payload["kind_before"]:
        return f"corrected how it came: by {payload['channel']} (version {version})"
    now, before = (_label(payload[name]) for name in ("kind", "kind_before"))
    return f"corrected what it is: {now}, not {before}; it came by {payload['channel']} (version {version})"


def _label(name: str) -> str:
    declared = kinds().get(name)
    return declared.label[:1].lower() + declared.label[1:] if declared else name


SENTENCES: dict[str, Callable[[Payload], str]] = {
    RequestAmended.name: _amended,
    RegistrationCorrected.name: _registered_as,
}
"""What follows the name of whoever recorded it, by the event's name."""
