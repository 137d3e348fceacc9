"""What became of what arrived, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.arrival.events import RegistrationCorrected, RequestAmended
from comity.casework.rules.registry import kinds
from comity.kernel.words import say, say_count

Payload = Mapping[str, Any]


def _amended(payload: Payload, who: str) -> str:
    return say_count(
        "{who} corrected what was typed in: {count} field (version {version}).",
        "{who} corrected what was typed in: {count} fields (version {version}).",
        len(payload["fields"]),
        who=who,
        version=payload["version"],
    )


def _registered_as(payload: Payload, who: str) -> str:
    version, channel = payload["version"], payload["channel"]
    if payload["kind"] == payload["kind_before"]:
        return say(
            "{who} corrected how it came: by {channel} (version {version}).", who=who, channel=channel, version=version
        )
    now, before = (_label(payload[name]) for name in ("kind", "kind_before"))
    return say(
        "{who} corrected what it is: {now}, not {before}; it came by {channel} (version {version}).",
        who=who,
        now=now,
        before=before,
        channel=channel,
        version=version,
    )


def _label(name: str) -> str:
    declared = kinds().get(name)
    if declared is None:
        return name
    label = say(declared.label)
    return label[:1].lower() + label[1:]


SENTENCES: dict[str, Callable[[Payload, str], str]] = {
    RequestAmended.name: _amended,
    RegistrationCorrected.name: _registered_as,
}
"""By the event's name, the sentence of its payload and of the name of whoever recorded it."""
