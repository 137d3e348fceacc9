"""The atlas taken along: what is found, what changed, and files that say when they are another."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from copy import deepcopy
from xml.etree import ElementTree

import pytest

from comity.atlas.actions import load_packs as loading
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import LoadedPack, Origin
from comity.atlas.queries.open_data import COLUMNS, fact_rows
from comity.ledger.rules.actor import SYSTEM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("packs")]
ATOM = "{http://www.w3.org/2005/Atom}"


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def body_of(answer) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def publish(change, name: str = "countries/ua") -> None:
    row = LoadedPack.objects.get(name=name, current=True)
    content = deepcopy(row.content)
    change(content)
    values = {"origin": Origin.EDITED, "came_from": "user:editor", "why": "A private reason.", "actor": SYSTEM}
    publish_pack(name, content, on=row.digest, **values)


def partial(content) -> None:
    content["powers"]["17"][0] |= {"value": "partial", "provision": "Article 163"}


def test_a_search_shows_each_sort_with_marks_source_and_age(client):
    answer = client.get("/atlas/search/", {"q": "ukraine article 17"})
    page = answer.content.decode()
    assert '<a class="row-main" href="/atlas/UA/#powers" data-row><mark>Ukraine</mark>' in page
    assert "16 June 2017" in text_of(answer)
    assert "Stale" in text_of(answer)
    assert '<details class="source"' in page


def test_as_one_types_only_the_list_is_sent(client):
    answer = client.get("/atlas/search/", {"q": "geor"}, headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert "Georgia" in text_of(answer)
    assert "HX-Request" in answer["Vary"]


def test_one_sort_is_read_page_by_page(client):
    first = client.get("/atlas/search/", {"q": "convention", "sort": "party"})
    assert 'rel="next" href="?q=convention&amp;sort=party&amp;page=2"' in first.content.decode()
    second = client.get("/atlas/search/", {"q": "convention", "sort": "party", "page": "2"})
    assert second.content != first.content
    assert 'rel="prev"' in second.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "'; DROP TABLE atlas_passage; --"},
        {"q": "\x00"},
        {"q": "a & | ! <-> :* (\\"},
        {"q": "<script>alert(1)</script>"},
        {"q": "x" * 9000},
        {"q": "georgia", "sort": "no-such", "page": "-1"},
        {"q": "georgia", "sort": "power", "page": "99999999999"},
        {},
    ],
)
def test_no_address_breaks_the_search(client, asked):
    answer = client.get("/atlas/search/", asked)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_what_is_not_there_is_not_said_to_be_absent(client):
    assert "does not mean that it is not so" in text_of(client.get("/atlas/search/", {"q": "brewery"}))


def test_what_is_published_is_told_fact_by_fact(client):
    publish(partial)
    page = text_of(client.get("/atlas/changes/"))
    assert "Ukraine: 1 fact changed" in page
    assert "Changed: Ukraine: Article 17, preservation and partial disclosure of traffic data. Partial." in page
    assert "Provision: Article 163." in page
    assert "Before: None." in page
    assert "edited here" in page
    assert ": first published" in page
    number = LoadedPack.objects.get(name="countries/ua", current=True).pk
    assert "Provision: Article 163." in text_of(client.get(f"/atlas/changes/{number}/"))
    assert client.get("/atlas/changes/999999/").status_code == 404


def test_nobody_is_told_who_proposed_a_change_and_why(client):
    publish(partial)
    for address in (
        "/atlas/changes/",
        "/atlas/changes.atom",
        "/atlas/data/countries/ua.json",
        "/atlas/data/atlas.json",
    ):
        told = body_of(client.get(address))
        assert b"private reason" not in told
        assert b"user:editor" not in told


def test_the_feed_is_atom_whose_entries_stay_the_same(client):
    before = _entries(client.get("/atlas/changes.atom"))
    publish(partial)
    answer = client.get("/atlas/changes.atom")
    after = _entries(answer)
    assert answer["Content-Type"].startswith("application/atom+xml")
    new = [identity for identity in after if identity not in before]
    assert len(new) == 1
    assert new[0].startswith("urn:uuid:")
    assert after[new[0]].startswith("Ukraine: 1 fact changed")
    assert all(after[identity] == title for identity, title in before.items() if identity in after)


def _entries(answer) -> dict[str, str]:
    root = ElementTree.fromstring(answer.content)  # noqa: S314 (our own feed)
    return {
        entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}title", "") for entry in root.findall(f"{ATOM}entry")
    }


def test_a_withdrawn_pack_is_told(client, monkeypatch):
    left = [pack for pack in loading.validated_packs(None, None) if pack.name != "countries/by"]
    monkeypatch.setattr(loading, "validated_packs", lambda *_: left)
    loading.load_packs(None, actor=SYSTEM)
    assert "countries/by: withdrawn" in text_of(client.get("/atlas/changes/"))
    assert "countries/by: withdrawn" in _entries(client.get("/atlas/changes.atom")).values()


def test_every_pack_is_there_as_a_page_as_json_and_as_csv(client):
    index = client.get("/atlas/data/").content.decode()
    for row in LoadedPack.objects.filter(current=True):
        assert f"/atlas/data/{row.name}.json" in index
        found = json.loads(client.get(f"/atlas/data/{row.name}.json").content)
        assert (found["pack"], found["digest"], found["content"]) == (row.name, row.digest, row.content)
        lines = list(
            csv.DictReader(io.StringIO(body_of(client.get(f"/atlas/data/{row.name}.csv")).decode("utf-8-sig")))
        )
        assert len(lines) == len(list(fact_rows(row.name)))
    for missing in ("nato/", "nato.json", "countries/ua.xml/", "../../etc/passwd.json", "%00.csv"):
        assert client.get(f"/atlas/data/{missing}").status_code == 404
    assert 'id="powers.17.0"' in client.get("/atlas/data/countries/ua/").content.decode()


def test_the_whole_atlas_in_one_file(client):
    whole = json.loads(body_of(client.get("/atlas/data/atlas.json")))
    assert {pack["pack"] for pack in whole["packs"]} == set(
        LoadedPack.objects.filter(current=True).values_list("name", flat=True)
    )
    lines = list(csv.reader(io.StringIO(body_of(client.get("/atlas/data/atlas.csv")).decode("utf-8-sig"))))
    assert lines[0] == list(COLUMNS)
    assert len(lines) == len(list(fact_rows())) + 1


def test_a_spreadsheet_takes_no_fact_for_a_formula(client):
    def formula(content) -> None:
        content["powers"]["17"][0]["note"] = "=HYPERLINK(0)"

    publish(formula)
    lines = csv.DictReader(io.StringIO(body_of(client.get("/atlas/data/countries/ua.csv")).decode("utf-8-sig")))
    assert next(line for line in lines if line["place"] == "powers.17.0")["note"] == "'=HYPERLINK(0)"


FILES = ("countries/ua.json", "countries/ua.csv", "atlas.json", "atlas.csv")


@pytest.mark.parametrize("name", [*(f"data/{file}" for file in FILES), "changes.atom"])
def test_a_file_is_sent_again_only_when_it_is_another(client, name):
    first = client.get(f"/atlas/{name}")
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    assert first["Access-Control-Allow-Origin"] == "*"
    again = client.get(f"/atlas/{name}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, body_of(again)) == (304, b"")
    publish(partial)
    assert client.get(f"/atlas/{name}", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_visitor_costs_few_queries_however_much_there_is(client, django_assert_max_num_queries):
    client.get("/atlas/")
    most = {"search/?q=georgia": 2, "changes/": 5, "changes.atom": 8, "data/": 3, "data/countries/ua/": 3}
    most |= {"data/countries/ua.json": 2, "data/countries/ua.csv": 3}
    for address, queries in most.items():
        with django_assert_max_num_queries(queries):
            body_of(client.get(f"/atlas/{address}"))
