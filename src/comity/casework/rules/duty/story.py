"""What calls tell in the story of the request that they are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.duty.calls import CallDirection
from comity.casework.rules.duty.events import OralRequestConfirmed, OralRequestMade, PhoneCallLogged
from comity.kernel.country import CountryCode

Payload = Mapping[str, Any]


def _call(payload: Payload) -> str:
    country = CountryCode(payload["country"]).in_sentence
    theirs = payload["direction"] == CallDirection.THEY_CALLED
    return f"noted a call {'from' if theirs else 'to'} {country} about it{', urgent' if payload['urgent'] else ''}"


def _oral(payload: Payload) -> str:
    country = CountryCode(payload["country"]).in_sentence
    if payload["direction"] == CallDirection.THEY_CALLED:
        return f"took it down from a call from {country}; its confirmation in writing is due"
    return f"had asked {country} for it by voice; this request is to confirm that in writing"


def _confirmed(payload: Payload) -> str:
    return f"noted that the confirmation in writing came by {payload['channel']}"


SENTENCES: Mapping[str, Callable[[Payload], str]] = {
    PhoneCallLogged.name: _call,
    OralRequestMade.name: _oral,
    OralRequestConfirmed.name: _confirmed,
}
"""By the event's name, what follows the name of whoever recorded it."""
