"""What a new draft starts with, so that nobody types at night what the node knows. Every value can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.casework.rules.blocks.previous import NEW
from comity.casework.rules.blocks.urgency import ROUTINE, URGENT
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fitting import fitting

USUAL_DAYS = 90
"""What is usually asked for: above the 60 of Article 29(7), and what a domestic order under Article 16(2) can reach."""


@dataclass(frozen=True, slots=True)
class Requester:
    """The node's own authority, as letters name it. `zone` is a name of the time zone database."""

    country: str
    organisation: str
    person: str
    zone: str
    email: str = ""
    telephone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The authority that the chosen route leads to; `authority_id` is the atlas's name for it, if it has one."""

    country: str
    authority: str
    zone: str
    authority_id: str = ""


def prefilled(
    kind: Kind,
    *,
    requester: Requester,
    asked: Asked,
    identifiers: Sequence[str],
    data: Sequence[str],
    urgent: bool,
    today: date,
    treaty: str = "",
) -> dict[str, Any]:
    """Values for those of the kind's fields that the intake answers. Silence towards the subscriber is the default.

    `treaty` names what the chosen way rests on, where that is another treaty than the kind's own.
    """
    known: Mapping[str, Any] = {
        **own_side(requester),
        "date": today.isoformat(),
        "status": NEW if NEW in _offered(kind, "status") else next(iter(_offered(kind, "status")), ""),
        "requested_country": asked.country,
        kind.asked: asked.authority,
        "data": list(data),
        "identifiers": [{"text": text} for text in identifiers],
        "urgency": URGENT if urgent else ROUTINE,
        "confidential": True,
        "do_not_alert": True,
        "preservation_days": USUAL_DAYS,
        "treaty_differs": bool(treaty),
        "treaty_named": treaty,
    }
    return {spec.name: value for spec in kind if (value := fitting(spec, known.get(spec.name))) is not None}


def own_side(requester: Requester) -> dict[str, Any]:
    """What the node's own authority says about itself wherever it writes, by name of field."""
    return {
        "requesting_country": requester.country,
        "requesting_organisation": requester.organisation,
        "requesting_person": requester.person,
        "requesting_address": requester.address,
        "requesting_telephone": requester.telephone,
        "requesting_email": requester.email,
        "requesting_hours": requester.hours,
        "requesting_zone": requester.zone,
        "response_expedited": True,
        "call_back_number": requester.telephone,
    }


def _offered(kind: Kind, name: str) -> tuple[str, ...]:
    spec = kind.fields.get(name)
    return tuple(choice.value for choice in spec.choices) if spec else ()
