"""The atlas for programs: packs word for word, facts page by page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.atlas.queries.open_data import fact_rows, pack_whole

from .conftest import Program, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(program: Callable[..., Program], law: None) -> Program:
    return program("auditor", "read")


def test_packs_are_listed_and_read_word_for_word(reader: Program) -> None:
    heads = {head["pack"]: head for head in reader.get("/atlas/packs").json()}
    found = reader.get("/atlas/packs/countries/ua")
    whole = pack_whole("countries/ua")
    assert found.json() == whole.as_json()
    assert found["ETag"] == f'"{whole.digest}"'
    assert heads["countries/ua"]["digest"] == whole.digest
    assert heads["countries/ua"]["facts"] == len(list(fact_rows("countries/ua")))
    problem(reader.get("/atlas/packs/nato"), 404)


def test_facts_are_read_page_by_page_and_none_is_left_out(reader: Program) -> None:
    found, address = [], "/atlas/facts?pack=instruments/ets30&limit=40"
    while address:
        page = reader.get(address).json()
        found += [item["place"] for item in page["items"]]
        address = page["next"]
    assert found == [row.place for row in fact_rows("instruments/ets30")]
    assert len(found) > 40


def test_facts_are_narrowed_by_country_and_sort(reader: Program) -> None:
    items = reader.get("/atlas/facts", country="UA", sort="power", limit=100).json()["items"]
    assert {(item["country"], item["sort"]) for item in items} == {("UA", "power")}
    assert items[0]["fact"]["source"]
    assert reader.get("/atlas/facts", pack="nato").json() == {"items": [], "next": None}
    assert problem(reader.get("/atlas/facts", country="QQ"), 422)["errors"][0]["field"] == "country"
    problem(reader.get("/atlas/facts", sort="gossip"), 422)
    problem(reader.get("/atlas/facts", q="who"), 422)


def test_nobody_reads_the_api_without_a_token(stranger: Program) -> None:
    for address in ("/atlas/packs", "/atlas/packs/sources", "/atlas/facts"):
        problem(stranger.get(address), 401)
