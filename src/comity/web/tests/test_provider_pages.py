"""Service providers and the glossary: how to ask first, what is not known said so, each fact with its source."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from comity.kernel.clock import frozen

pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 12, 1, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def names(answer) -> list[str]:
    return re.findall(r'class="row-main"[^>]*>([^<]+)<', answer.content.decode())


def test_the_list_says_how_each_is_asked_and_what_was_read(client):
    page = text_of(client.get("/atlas/providers/"))
    assert "40 providers" in page
    assert "Snap (Snapchat) United States of America Direct Direct Direct By MLA Direct 11 of 12" in page


@pytest.mark.parametrize(
    ("asked", "inside", "outside"),
    [
        ({"q": "instagram"}, "Meta (Facebook, Instagram)", "Google"),
        ({"q": "luxemb"}, "PayPal", "Google"),
        ({"seat": "CH"}, "Proton", "Google"),
        ({"data": "emergency"}, "Google", "Proton"),
        ({"data": "emergency", "seat": "IE", "q": "air"}, "Airbnb", "Google"),
        ({"data": "nonsense", "seat": "XX"}, "Proton", "Nobody"),
    ],
)
def test_the_list_is_narrowed_without_scripts(client, asked, inside, outside):
    found = names(client.get("/atlas/providers/", asked))
    assert inside in found
    assert outside not in found


def test_one_sort_of_data_leaves_one_column(client):
    page = client.get("/atlas/providers/", {"data": "content"}).content.decode()
    assert 'data-label="Content"' in page
    assert 'data-label="Traffic"' not in page


def test_a_name_that_is_nowhere(client):
    page = client.get("/atlas/providers/", {"q": "Nobody & Sons"}).content.decode()
    assert re.search(r"<p [^>]*data-filter-none>No provider’s name", page)


def test_how_to_ask_comes_first_with_conditions_and_source(client):
    page = text_of(client.get("/atlas/providers/meta/"))
    assert page.index("How to ask Meta") < page.index("Where to ask") < page.index("Whom to address")
    assert "What was said content data By MLA An order under the law of its own seat Mutual legal assistance" in page
    assert "Messages in end-to-end encrypted chats cannot be given." in page
    assert "Meta Platforms Ireland Limited" in page
    assert (
        "Meta: information for law enforcement authorities (version of about 2024, copy kept by Open Terms Archive)"
        in page
    )


def test_a_memory_is_never_a_plain_statement(client):
    assert "Direct?" in text_of(client.get("/atlas/providers/", {"q": "Roblox"}))
    page = text_of(client.get("/atlas/providers/roblox/"))
    assert "None of these facts was read in its source yet: verify before use." in page
    assert "assumed from memory – verify before use" in page


def test_what_is_not_known_is_said(client):
    page = text_of(client.get("/atlas/providers/hetzner/"))
    assert "A life is in danger disclosure in an emergency Not known Nothing is recorded" in page
    assert "Portal Not known. Ask the provider." in page
    assert "In an emergency Not known. Ask the 24/7 point of contact of its State." in page


def test_each_seat_leads_to_the_routes_there(client):
    page = client.get("/atlas/providers/reddit/").content.decode()
    assert "/routes/?from=GE&amp;to=NL&amp;measure=content" in page
    assert client.get("/routes/?from=GE&to=VG&measure=content").status_code == 200


@pytest.mark.parametrize("address", ["/atlas/providers/", "/atlas/providers/snap/"])
def test_a_day_that_cannot_be_read_is_explained(client, address):
    assert "The page shows today." in text_of(client.get(address, {"at": "soon"}))


def test_a_provider_that_no_pack_describes(client):
    assert client.get("/atlas/providers/nobody/").status_code == 404


def test_the_glossary_has_a_place_for_each_term(client):
    page = client.get("/atlas/glossary/").content.decode()
    assert 'id="subscriber-information"' in page
    assert '<a href="/atlas/instruments/ets185/#article-18(3)">Article 18(3), Budapest Convention</a>' in page
    assert '<a href="#traffic-data">Traffic data</a>' in page


def test_the_glossary_is_narrowed_without_scripts_and_still_leads_to_other_terms(client):
    page = client.get("/atlas/glossary/", {"q": "rogatory"}).content.decode()
    assert 'id="letter-rogatory"' in page
    assert 'id="subscriber-information"' not in page
    assert '<a href="/atlas/glossary/#mutual-assistance">' in page
    assert re.search(r"data-filter-none>No term", client.get("/atlas/glossary/", {"q": "zzz"}).content.decode())


def test_everyone_finds_both_from_the_rail_and_the_atlas(client):
    page = client.get("/atlas/").content.decode()
    assert page.count('href="/atlas/providers/"') == 2
    assert page.count('href="/atlas/glossary/"') == 2
