"""What a request for registration data asks of several fields together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.gap import Gap
from comity.casework.rules.identifiers import identified
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.words import say


def names_a_domain(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """Article 6 is about domain names; an address or an account leads to somebody else."""
    items = content.get("identifiers", ())
    if items and not any(one.type is IdentifierType.DOMAIN for one in identified(items)):
        yield Gap(
            "identifiers",
            say("Domain name"),
            say(
                "None of these is a domain name, and a registrar has data on nothing else. Give the "
                "domain name, for example “shop.example”."
            ),
            "Article 6(3)(b), CETS 224",
        )


def other_is_described(content: Mapping[str, Any], _today: date) -> Iterator[Gap]:
    """A detailed list: “other” alone is none."""
    if "other" in content.get("data_elements", ()) and "data_description" not in content:
        yield Gap(
            "data_description",
            say("Description of the data"),
            say("Other data are ticked without saying which. Describe them, or untick it."),
            "Article 6(3)(b), CETS 224",
        )
