"""The atlas: how to ask first, then each fact with its source, its age and how sure we are."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.kernel.clock import frozen

pytestmark = pytest.mark.usefixtures("law")


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def part(answer, name: str) -> str:
    """The text of the section whose heading has this id."""
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>', answer.content.decode(), re.DOTALL)
    assert found, f"There is no section {name}."
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found[0])))


def test_the_list_tells_who_is_described_and_who_is_merely_known(client):
    answer = client.get("/atlas/")
    assert "Georgia საქართველო Party" in part(answer, "described")
    assert "Belarus Беларусь Not a Party" in part(answer, "described")
    assert "France Party" in part(answer, "others")


@pytest.mark.parametrize("sought", ["geor", "საქა", "GEOR"])
def test_the_list_is_narrowed_without_scripts(client, sought):
    page = text_of(client.get("/atlas/", {"q": sought}))
    assert "Georgia" in page
    assert "Armenia" not in page


def test_a_name_that_is_nowhere(client):
    answer = client.get("/atlas/", {"q": "Atlantis"})
    assert re.search(r"<p [^>]*data-filter-none>No country’s name contains that", answer.content.decode())


def test_how_to_ask_comes_first(client):
    answer = client.get("/atlas/UA/")
    page = text_of(answer)
    assert page.index("How to ask Ukraine") < page.index("Powers, article by article")
    ask = part(answer, "ask")
    assert "Keep it from being deleted preservation of stored data Open with conditions 24/7 network" in ask
    assert "Write in Ukrainian, English or French." in ask
    assert "/routes/?from=GE&amp;to=UA&amp;measure=preserve&amp;at=2026-11-24" in answer.content.decode()


def test_the_nodes_own_country_is_asked_by_another(client):
    assert "/routes/?from=AM&amp;to=GE" in client.get("/atlas/GE/").content.decode()


def test_another_country_may_ask(client):
    assert "/routes/?from=FR&amp;to=UA" in client.get("/atlas/UA/", {"from": "FR"}).content.decode()
    wrong = client.get("/atlas/UA/", {"from": "Atlantis"})
    assert wrong.status_code == 200
    assert "“Atlantis” is not a country code." in part(wrong, "ask")


def test_powers_as_they_stood_and_as_they_stand(client):
    now = part(client.get("/atlas/UA/"), "powers")
    assert "Article 16 Expedited preservation of stored computer data Partial Criminal Procedure Code" in now
    assert "None from 16 June 2017 until 15 March 2022" in now
    then = client.get("/atlas/UA/", {"at": "2017-06-16"})
    assert "Article 16 Expedited preservation of stored computer data None" in part(then, "powers")
    assert "As of 16 June 2017, not of today." in text_of(then)


def test_former_authorities_are_folded_with_their_successors(client):
    section = part(client.get("/atlas/GE/"), "authorities")
    assert "1 former authority" in section
    assert (
        "Office of the Chief Prosecutor at the Ministry of Justice Succeeded by: General Prosecutor's Office" in section
    )


def test_disputes_stand_side_by_side(client):
    section = part(client.get("/atlas/AZ/"), "disputes")
    assert "Who is the authority for mutual legal assistance" in section
    assert "Ministry of National Security, formerly" in section
    assert section.count("WIPO Lex: declarations of Azerbaijan") >= 2


def test_observations_word_for_word(client):
    section = part(client.get("/atlas/UA/"), "observations")
    assert "Procedural law: gaps in terms of Convention Definitions of data Articles 16, 17 and 18" in section
    assert "16 June 2017 Stale" in section


def test_reservations(client):
    assert "Article 27(9)(e) Requests under Article 27(9)" in part(client.get("/atlas/GE/"), "statements")


def test_a_country_known_by_its_treaties_only(client):
    answer = client.get("/atlas/FR/")
    assert answer.status_code == 200
    assert "No pack describes this country’s law and authorities yet" in text_of(answer)
    assert "Budapest Convention" in part(answer, "standings")


@pytest.mark.parametrize("code", ["XX", "Georgia", "TV", "%00", "🏴"])
def test_a_country_that_nothing_is_known_of(client, code):
    assert client.get(f"/atlas/{code}/").status_code == 404


def test_small_letters_lead_to_the_page(client):
    answer = client.get("/atlas/ge/?at=2017-06-16")
    assert answer["Location"] == "/atlas/GE/?at=2017-06-16"


def test_a_day_that_cannot_be_read(client):
    for address in ("/atlas/", "/atlas/GE/", "/atlas/instruments/", "/atlas/instruments/ets185/"):
        answer = client.get(address, {"at": "31 June"})
        assert answer.status_code == 200
        assert "“31 June” is not a day. Write it as 2017-06-16. The page shows today." in text_of(answer)


def test_every_fact_opens_its_source(client):
    page = client.get("/atlas/MD/").content.decode()
    assert page.count('<details class="source"') > 20
    assert "Compared with it on" in page


def test_instruments_by_their_kind(client):
    page = text_of(client.get("/atlas/instruments/"))
    assert page.index("Treaties") < page.index("Budapest Convention") < page.index("Protocols")
    assert "Channels without a treaty of their own" in page


def test_an_instrument_is_told_in_our_words(client):
    answer = client.get("/atlas/instruments/ets185/")
    assert "This is not the text of the treaty" in part(answer, "articles")
    assert 'id="article-29"' in answer.content.decode()
    assert "Albania 1 July 2004 Party" in part(answer, "parties")
    assert "In force on 24 November 2026: yes" in part(answer, "force")


def test_an_instrument_before_it_was_in_force(client):
    answer = client.get("/atlas/instruments/ets185/", {"at": "2003-01-01"})
    assert "In force on 1 January 2003: no" in part(answer, "force")


def names(answer) -> list[str]:
    section = re.search(r'aria-labelledby="parties".*?</section>', answer.content.decode(), re.DOTALL)
    assert section
    return [html.unescape(name) for name in re.findall(r"data-row>([^<]+)</a>", section[0])]


@pytest.mark.parametrize("sort", ["since", "standing", "name", "<script>"])
def test_states_are_sorted(client, sort):
    found = names(client.get("/atlas/instruments/ets185/", {"sort": sort}))
    by_name = names(client.get("/atlas/instruments/ets185/"))
    assert sorted(found) == sorted(by_name)
    assert (found == by_name) == (sort in {"name", "<script>"})


def test_an_instrument_that_is_not_there(client):
    assert client.get("/atlas/instruments/nato/").status_code == 404


PLACES = st.sampled_from(["/atlas/", "/atlas/GE/", "/atlas/FR/", "/atlas/instruments/", "/atlas/instruments/unc/"])
VALUES = st.text(max_size=20) | st.sampled_from(["GE", "0001-01-01", "9999-12-31", "2017-06-16", "since"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PLACES, st.dictionaries(st.sampled_from(["at", "from", "q", "sort"]), VALUES))
def test_no_address_breaks_a_page(place, asked):
    assert Client().get(place, asked).status_code == 200
