"""Linked data says what schema.org has words for, and what we are not sure of says so."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from comity.atlas.rules.packs.glossary import Term
from comity.atlas.rules.packs.provider import Entity, ProviderFile
from comity.kernel.confidence import Confidence
from comity.web.linked.others import glossary_linked, provider_linked

HOST = "http://testserver"


@pytest.fixture
def linked(client, law, monkeypatch):
    monkeypatch.setattr("comity.web.pages.opendata.linked.node_snapshot", lambda: law)

    def get(address: str) -> dict:
        answer = client.get(address)
        assert answer["Content-Type"] == "application/ld+json"
        return json.loads(answer.content)

    return get


@pytest.mark.parametrize("page", ["/atlas/GE/", "/atlas/FR/", "/atlas/instruments/ets185/"])
def test_a_page_names_its_linked_data_which_names_the_page(client, linked, page):
    found = re.search(
        r'<link rel="alternate" type="application/ld\+json" href="([^"]+)">', client.get(page).content.decode()
    )
    assert found
    data = linked(found[1])
    first = data["@graph"][0] if "@graph" in data else data
    assert (first["@id"], first["url"]) == (HOST + found[1], HOST + page)


def test_a_country_has_the_authorities_that_exist(linked):
    country, *authorities = linked("/atlas/GE.jsonld")["@graph"]
    assert (country["@type"], country["name"], country["identifier"]) == ("Country", "Georgia", "GE")
    names = [authority["name"] for authority in authorities]
    assert names
    assert "Office of the Chief Prosecutor at the Ministry of Justice" not in names
    for authority in authorities:
        assert authority["@type"] == "GovernmentOrganization"
        assert authority["areaServed"] == {"@id": country["@id"]}
        alone = linked(authority["@id"].removeprefix(HOST))
        assert {name: value for name, value in alone.items() if name != "@context"} == authority


def test_what_we_are_not_sure_of_says_so(linked):
    told = [authority.get("description", "") for authority in linked("/atlas/AZ.jsonld")["@graph"][1:]]
    assert any("24/7 point of contact (assumed" in text for text in told)
    assert any(text and "assumed" not in text for text in told)


def test_a_treaty_is_legislation_and_a_channel_is_none(client, linked):
    treaty = linked("/atlas/instruments/ets185.jsonld")
    assert (treaty["@type"], treaty["legislationIdentifier"]) == ("Legislation", "ETS No. 185")
    assert "Article 29" in [part["legislationIdentifier"] for part in treaty["hasPart"]]
    assert "ld+json" not in client.get("/atlas/instruments/interpol/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["XX.jsonld", "GE/authorities/nobody.jsonld", "instruments/interpol.jsonld", "providers/nobody.jsonld"],
)
def test_what_the_packs_do_not_have_is_not_there(client, linked, address):
    assert client.get(f"/atlas/{address}").status_code == 404


KNOWN = {"source": "x", "checked": date(2026, 1, 1), "confidence": Confidence.HIGH}
ASSUMED = KNOWN | {"confidence": Confidence.LOW}


def _address(route: str, *names: str) -> str:
    return "/".join((route, *names))


def test_a_provider_is_an_organisation_of_legal_entities():
    entities = (
        Entity(value="Lantern Ireland", country="IE", **KNOWN),
        Entity(value="Lantern Inc.", country="US", **ASSUMED),
        Entity(value="Lantern Old", country="FR", to=date(2020, 1, 1), **KNOWN),
    )
    found = provider_linked(ProviderFile(id="lantern", name="Lantern", entities=entities), date(2026, 3, 2), _address)
    told = [
        (one["legalName"], one["address"]["addressCountry"], one.get("description")) for one in found["subOrganization"]
    ]
    assert told == [("Lantern Ireland", "IE", None), ("Lantern Inc.", "US", "assumed – verify before use")]


def test_a_glossary_is_a_set_of_terms():
    terms = {"production": Term(term="Production order", says="It compels.", **ASSUMED)}
    (term,) = glossary_linked(terms, _address)["hasDefinedTerm"]
    assert (term["name"], term["description"]) == ("Production order", "It compels. (assumed – verify before use)")
