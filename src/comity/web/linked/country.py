"""A country and its authorities as linked data. Says nothing of powers: schema.org has no word for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from comity.atlas.queries.country import AuthorityView, CountryView

CONTEXT = "https://schema.org"
VERIFY = "assumed – verify before use"

Address = Callable[..., str]
"""From the name of an address and what it needs to the whole address."""


def country_linked(view: CountryView, address: Address) -> dict[str, Any]:
    """The country, and the authorities that exist on the view's day."""
    here = address("country-linked", view.code)
    authorities = [authority_node(view, one, address) for one in view.authorities if one.exists]
    return {"@context": CONTEXT, "@graph": [{"@id": here, **_country(view, address)}, *authorities]}


def authority_linked(view: CountryView, identity: str, address: Address) -> dict[str, Any]:
    """One authority. Raises LookupError where the country has none of this id."""
    for authority in view.authorities:
        if authority.id == identity:
            return {"@context": CONTEXT, **authority_node(view, authority, address)}
    raise LookupError(f"{view.name} has no authority “{identity[:80]}”.")


def authority_node(view: CountryView, authority: AuthorityView, address: Address) -> dict[str, Any]:
    """Its name, whom it serves, and what it is competent for on the day. What we are not sure of says so."""
    competences = [
        competence.function + ("" if any(not fact.assumed for fact in competence.facts) else f" ({VERIFY})")
        for competence in authority.competences
        if competence.current and not competence.disputed
    ]
    node: dict[str, Any] = {
        "@id": address("authority-linked", view.code, authority.id),
        "@type": "GovernmentOrganization",
        "name": authority.name,
        "identifier": authority.id,
        "areaServed": {"@id": address("country-linked", view.code)},
        "url": f"{address('country', view.code)}#authorities",
    }
    if competences:
        node["description"] = "; ".join(dict.fromkeys(competences))
    return node


def _country(view: CountryView, address: Address) -> dict[str, Any]:
    return {
        "@type": "Country",
        "name": view.name,
        "identifier": view.code,
        "url": address("country", view.code),
    }
