"""The events of further signatures, as the story of a request tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules import signing_events as events
from comity.kernel.words import noted, say

Payload = Mapping[str, Any]


def _asked(payload: Payload, who: str) -> str:
    before, after = payload["before"], payload["after"]
    if before and after:
        return say(
            "{who} asked for further signatures: {before} before the approver, {after} after the approver.",
            who=who,
            before=before,
            after=after,
        )
    if before:
        return say("{who} asked for further signatures: {before} before the approver.", who=who, before=before)
    if after:
        return say("{who} asked for further signatures: {after} after the approver.", who=who, after=after)
    return say("{who} asked for no signature but the approver’s.", who=who)


def _set(_payload: Payload, who: str) -> str:
    return say("{who} had the letter set, to be signed elsewhere.", who=who)


def _cosigned(payload: Payload, who: str) -> str:
    return say(_COSIGNED.get(payload["role"], _OTHER), who=who)


_COSIGNED = {
    "authority": noted("{who} added the authority’s signature to the letter."),
    "court": noted("{who} added a further signature to the letter."),
}
_OTHER = noted("{who} added a signature to the letter.")

SENTENCES: dict[str, Callable[[Payload, str], str]] = {
    events.RequestSignersAsked.name: _asked,
    events.RequestLetterSet.name: _set,
    events.RequestCosigned.name: _cosigned,
}
