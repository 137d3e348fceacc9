"""Instruments, providers and the glossary as linked data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from comity.atlas.queries.instrument import InstrumentView
from comity.atlas.rules.packs.glossary import Term
from comity.atlas.rules.packs.provider import ProviderFile
from comity.kernel.country import CountryCode
from comity.web.linked.country import CONTEXT, VERIFY, Address

LEGISLATION = frozenset(("treaty", "protocol"))
"""Types of instrument that are law; a channel or a principle is not called so."""
_FORCE = {"yes": "https://schema.org/InForce", "no": "https://schema.org/NotInForce"}


def instrument_linked(view: InstrumentView, address: Address) -> dict[str, Any]:
    """A treaty or protocol, and its articles by number and title. Raises LookupError for what is no legislation."""
    if view.type not in LEGISLATION:
        raise LookupError(f"{view.title} is no legislation.")
    here = address("instrument-linked", view.id)
    node: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": here,
        "@type": "Legislation",
        "name": view.title,
        "legislationType": view.type,
        "url": address("instrument", view.id),
    }
    if view.short != view.title:
        node["alternateName"] = view.short
    if view.reference:
        node["legislationIdentifier"] = view.reference
    if view.opened:
        node["legislationDate"] = view.opened.isoformat()
    if view.in_force in _FORCE and any(not fact.assumed for fact in view.in_force_facts):
        node["legislationLegalForce"] = _FORCE[view.in_force]
    node["hasPart"] = [
        {
            "@type": "Legislation",
            "name": article.title,
            "legislationIdentifier": f"Article {article.number}",
            "url": f"{address('instrument', view.id)}#article-{article.number}",
        }
        for article in view.articles
        if article.numbered
    ]
    return node


def provider_linked(provider: ProviderFile, day: date, address: Address) -> dict[str, Any]:
    """The provider and the legal entities that hold its data on the day. Ways to reach it are on the page alone."""
    entities = [entity for entity in provider.entities if entity.covers(day)]
    return {
        "@context": CONTEXT,
        "@id": address("provider-linked", provider.id),
        "@type": "Organization",
        "name": provider.name,
        "identifier": provider.id,
        "subOrganization": [
            {
                "@type": "Organization",
                "legalName": entity.value,
                "address": {"@type": "PostalAddress", "addressCountry": CountryCode(entity.country)},
                **({"description": VERIFY} if entity.confidence.assumed else {}),
            }
            for entity in entities
        ],
    }


def glossary_linked(glossary: Mapping[str, Term], address: Address) -> dict[str, Any]:
    """The terms and what they mean, in our words."""
    here = address("glossary-linked")
    return {
        "@context": CONTEXT,
        "@id": here,
        "@type": "DefinedTermSet",
        "name": "Glossary of the atlas",
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": f"{here}#{key}",
                "termCode": key,
                "name": term.term,
                "description": f"{term.says} ({VERIFY})" if term.confidence.assumed else term.says,
                "inDefinedTermSet": here,
            }
            for key, term in glossary.items()
        ],
    }
