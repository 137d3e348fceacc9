"""What calls tell in the story of the request that they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.duty.calls import CallDirection
from comity.casework.rules.duty.events import OralRequestConfirmed, OralRequestMade, PhoneCallLogged
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say

Payload = Mapping[str, Any]


def _call(payload: Payload, who: str) -> str:
    country = country_in_sentence(payload["country"])
    if payload["direction"] == CallDirection.THEY_CALLED:
        if payload["urgent"]:
            return say("{who} noted a call from {country} about it, urgent.", who=who, country=country)
        return say("{who} noted a call from {country} about it.", who=who, country=country)
    if payload["urgent"]:
        return say("{who} noted a call to {country} about it, urgent.", who=who, country=country)
    return say("{who} noted a call to {country} about it.", who=who, country=country)


def _oral(payload: Payload, who: str) -> str:
    country = country_in_sentence(payload["country"])
    if payload["direction"] == CallDirection.THEY_CALLED:
        return say(
            "{who} took it down from a call from {country}; its confirmation in writing is due.",
            who=who,
            country=country,
        )
    return say(
        "{who} had asked {country} for it by voice; this request is to confirm that in writing.",
        who=who,
        country=country,
    )


def _confirmed(payload: Payload, who: str) -> str:
    return say("{who} noted that the confirmation in writing came by {channel}.", who=who, channel=payload["channel"])


SENTENCES: Mapping[str, Callable[[Payload, str], str]] = {
    PhoneCallLogged.name: _call,
    OralRequestMade.name: _oral,
    OralRequestConfirmed.name: _confirmed,
}
"""By the event's name, the sentence of its payload and of the name of whoever recorded it."""
