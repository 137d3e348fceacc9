"""What a made-up request says: the fields that its kind shares with the others, and identifiers in normal form."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import Any

from comity.casework.rules.blocks.urgency import ROUTINE, URGENT
from comity.casework.rules.made_up.words import PROVIDERS, summary
from comity.casework.rules.registry import kinds
from comity.kernel.identifiers.identifier_type import IdentifierType

Named = tuple[tuple[str, str], ...]
"""Types and values of identifiers, as the kernel normalises them."""

_SEEN_AGAIN = 0.02
"""How often an identifier is one of the few thousand that occur in many requests."""


def identifiers(random: Random) -> Named:
    """One to three identifiers out of documentation ranges, most of them never seen again."""
    return tuple(dict.fromkeys(_identifier(random) for _ in range(random.choice((1, 1, 2, 2, 3)))))


def _identifier(random: Random) -> tuple[str, str]:
    number = random.randrange(4000) if random.random() < _SEEN_AGAIN else random.randrange(1 << 32)
    match random.randrange(4):
        case 0 | 1:
            return IdentifierType.IP_ADDRESS.value, f"2001:db8:{number >> 16 or 1:x}:{number & 0xFFFF or 1:x}::1"
        case 2:
            return IdentifierType.EMAIL_ADDRESS.value, f"user{number}@mail.example.net"
        case _:
            return IdentifierType.DOMAIN.value, f"host{number}.example.org"


def content(
    random: Random, kind: str, *, day: date, requesting: str, requested: str, urgent: bool, named: Named
) -> dict[str, Any]:
    """What such a request commonly says; fields that `kind` does not have are left out."""
    said: dict[str, Any] = {
        "date": day.isoformat(),
        "case_number": f"{random.randrange(1000)}/{random.randrange(100_000)}",
        "requesting_country": requesting,
        "requesting_organisation": "24/7 point of contact",
        "requesting_person": "Duty officer",
        "requesting_email": "contact@example.org",
        "requested_country": requested,
        "requested_authority": "24/7 point of contact",
        "offences": ["2"],
        "legal_qualification": f"Article {random.randrange(150, 350)} of the Criminal Code",
        "penalties": f"Up to {random.randrange(2, 15)} years of imprisonment",
        "summary": summary(random, 60),
        "data": ["subscriber", "traffic"],
        "relation": summary(random, 16),
        "identifiers": [{"text": value} for _, value in named],
        "service_provider": random.choice(PROVIDERS),
        "necessity": "The records are kept for weeks only.",
        "urgency": URGENT if urgent else ROUTINE,
        "preservation_days": 90,
        "assistance_intended": True,
    }
    known = _fields(kind)
    return {name: value for name, value in said.items() if name in known}


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(kinds()[kind].fields)
