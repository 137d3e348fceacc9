"""The events of further signatures, as the story of a request tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules import signing_events as events

Payload = Mapping[str, Any]


def _asked(payload: Payload) -> str:
    before, after = payload["before"], payload["after"]
    if not before and not after:
        return "asked for no signature but the approver’s"
    parts = [f"{number} {word} the approver" for number, word in ((before, "before"), (after, "after")) if number]
    return f"asked for further signatures: {', '.join(parts)}"


def _cosigned(payload: Payload) -> str:
    whose = {"authority": "the authority’s signature", "court": "a further signature"}.get(payload["role"])
    return f"added {whose or 'a signature'} to the letter"


SENTENCES: dict[str, Callable[[Payload], str]] = {
    events.RequestSignersAsked.name: _asked,
    events.RequestLetterSet.name: lambda _: "had the letter set, to be signed elsewhere",
    events.RequestCosigned.name: _cosigned,
}
