"""The planner's page: the answer first, routes with their reasons, and a sentence for whatever can't be read."""

from __future__ import annotations

import html
import json
import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.kernel.clock import frozen
from comity.routes.rules.question import Question
from comity.web.planner.address import Asked
from comity.web.planner.question_form import QuestionForm

pytestmark = pytest.mark.usefixtures("law")
DETOUR = {"from": "GE", "to": "UA", "measure": "preserve", "data": "traffic", "at": "2017-06-16"}


def text_of(answer) -> str:
    """The page's text as one reads it."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def test_it_opens_with_the_nodes_country_and_asks_whom(client):
    answer = client.get("/routes/")
    assert answer.status_code == 200
    assert '<option value="GE" selected>' in answer.content.decode()
    assert "Whom do you want to ask?" in text_of(answer)
    assert "field-error" not in answer.content.decode()


def test_a_question_without_whom_is_told_what_is_missing(client):
    page = text_of(client.get("/routes/", {"from": "GE", "to": "", "measure": "preserve"}))
    assert "Choose a country." in page


def test_the_answer_comes_first(client):
    page = text_of(client.get("/routes/", DETOUR))
    sentence = "On 16 June 2017 Ukraine could be asked to preserve traffic data, by the 24/7 network, with a detour"
    assert page.index(sentence) < page.index("Ways there") < page.index("closed ways")
    assert "Article 19 stands in for Article 16" in page
    assert "Who must sign: not recorded" in page
    assert "2 hours to 3 days" in page
    assert "experience, assumed" in page


def test_countries_stand_with_their_own_names(client):
    page = client.get("/routes/", DETOUR).content.decode()
    assert '<span lang="ka" dir="ltr">საქართველო</span>' in page
    assert '<a href="/atlas/UA/">Ukraine</a>' in page
    assert '<a href="/atlas/instruments/ets185/#article-29">Budapest Convention, Article 29</a>' in page


def test_why_unfolds_one_way_in_place(client):
    plain = client.get("/routes/", DETOUR).content.decode()
    assert 'class="reasons"' not in plain
    answer = client.get("/routes/", DETOUR | {"why": "network-ets185-29"})
    assert answer.content.decode().count('class="reasons"') == 1
    page = text_of(answer)
    assert "Ukraine lacks Article 16; Article 19 can stand in." in page
    assert "WIPO Lex: declarations of Georgia" in page


def test_a_script_gets_the_reasons_alone(client):
    answer = client.get("/routes/", DETOUR | {"why": "network-ets185-29"}, headers={"HX-Request": "true"})
    assert answer.content.decode().startswith('<div class="why" id="why-way-network-ets185-29">')
    assert "<html" not in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_a_way_nobody_asked_about_has_no_reasons(client):
    assert client.get("/routes/", DETOUR | {"why": "no-such-way"}).status_code == 200


def test_closed_ways_say_why_and_what_would_open_them(client):
    page = client.get("/routes/", {"from": "GE", "to": "BY", "measure": "content", "at": "2020-01-01"})
    assert "Belarus is not Party to the Budapest Convention." in text_of(page)
    opener = "what_if=BY:ets185%3Dparty"
    assert opener in page.content.decode()
    opened = client.get("/routes/?from=GE&to=BY&measure=content&at=2020-01-01&" + opener)
    assert "Supposing a reform" in text_of(opened)
    assert "Belarus is Party to the Budapest Convention. Take back" in text_of(opened)
    assert "What it changes" in text_of(opened)


def test_urgency_is_offered_where_it_opens_a_way(client):
    page = client.get("/routes/", DETOUR).content.decode()
    assert "urgent=on" in page
    urgent = client.get("/routes/", DETOUR | {"urgent": "on"})
    assert "2 closed ways" in text_of(urgent)


def test_a_supposed_reform_is_marked_as_no_law(client):
    page = text_of(client.get("/routes/", DETOUR | {"what_if": "UA:16=full"}))
    assert "With the supposed reform, on 16 June 2017 Ukraine could be asked" in page
    assert "This is not the law" in page
    assert "Ukraine has the power of Article 16 in full." in page


@pytest.mark.parametrize(
    ("reform", "said"),
    [
        ("UA:16=perhaps", "“perhaps” cannot be said of 16"),
        ("nonsense", "is not a reform"),
        ("XX:16=full", "“XX” is not a country code"),
        ("FR:16=full", "No pack describes France, so its powers cannot be edited"),
    ],
)
def test_a_reform_that_cannot_be_supposed_says_so_and_the_plan_stands(client, reform, said):
    page = text_of(client.get("/routes/", DETOUR | {"what_if": [reform, "UA:17=full"]}))
    assert said in page
    assert "Ukraine has the power of Article 17 in full." in page
    assert "Ways there" in page


def test_more_reforms_than_a_page_holds(client):
    many = [f"UA:16={value}" for value in ("full", "none", "partial")] + [f"{a}:ets30=party" for a in LETTERS]
    assert "At most 12 reforms" in text_of(client.get("/routes/", DETOUR | {"what_if": many}))


LETTERS = ("AM", "AZ", "BY", "GE", "MD", "UA", "FR", "DE", "IT", "ES", "PT", "PL", "RO")


def test_selects_suppose_a_reform(client):
    answer = client.get("/routes/suppose/", DETOUR | {"state": "UA", "target": "16", "value": "full"})
    assert answer.status_code == 302
    assert client.get(answer["Location"].partition("#")[0]).status_code == 200
    assert "what_if=UA:16%3Dfull" in answer["Location"]
    assert "state=" not in answer["Location"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"from": "Georgia"}, "“Georgia” is not a country code."),
        ({"to": "XX"}, "“XX” is not a country code."),
        ({"at": "16.06.2017"}, "“16.06.2017” is not a day. Write it as 2017-06-16."),
        ({"at": "1950-01-01"}, "On 1 January 1950 no treaty of these packs was in force yet."),
        ({"measure": "telepathy"}, "“telepathy” is not one of: preserve,"),
        ({"data": "all"}, "“all” is not one of: subscriber, traffic, content."),
        ({"stage": "appeal"}, "“appeal” is not one of: pre-trial, trial."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(client, wrong, said):
    answer = client.get("/routes/", DETOUR | wrong)
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert "The question can’t be answered yet" in text_of(answer)
    (field,) = wrong
    assert f'id="ask-{field}_error"' in answer.content.decode()


def test_a_day_to_come_says_what_is_assumed(client):
    assert "That day has not come" in text_of(client.get("/routes/", DETOUR | {"at": "2030-01-01"}))


def test_a_country_of_which_nothing_is_known_is_unknown_and_no_failure(client):
    page = text_of(client.get("/routes/", {"from": "GE", "to": "TV", "measure": "preserve"}))
    assert "Whether Tuvalu can be asked" in page
    assert "What to find out, and from whom" in page


def test_at_home(client):
    page = text_of(client.get("/routes/", DETOUR | {"to": "GE"}))
    assert "Georgia could have traffic data preserved, by its own measures" in page


def test_the_same_as_json(client):
    plan = json.loads(client.get("/routes/", DETOUR | {"format": "json"}).content)
    assert plan["status"] == "degraded"
    assert plan["routes"][0]["key"] == "network-ets185-29"
    refused = client.get("/routes/", DETOUR | {"format": "json", "at": "yesterday"})
    assert refused.status_code == 422
    assert json.loads(refused.content)["problems"]["at"]


def test_the_order_is_a_link_and_is_kept(client):
    page = client.get("/routes/", DETOUR | {"order": "certainty"}).content.decode()
    assert re.search(r'aria-current="true"[^>]*>certainty<', page)
    assert '<input type="hidden" name="order" value="certainty"' in page


def test_an_address_leads_to_the_question_it_was_made_from(law, rf):
    for order in ("time", "certainty"):
        form = QuestionForm(law, rf.get("/routes/", DETOUR | {"order": order}).GET, requester="GE")
        assert form.is_valid()
        asked = Asked(form.question(), form.order(), ("UA:16=full",))
        again = rf.get(asked.address()).GET
        read = QuestionForm(law, again, requester="AM")
        assert read.is_valid()
        assert Asked(read.question(), read.order(), tuple(again.getlist("what_if"))) == asked


def test_turned_round_twice_is_the_same(law, rf):
    form = QuestionForm(law, rf.get("/routes/", DETOUR).GET, requester="GE")
    assert form.is_valid()
    asked = Asked(form.question())
    assert asked.turned().question.requester == "UA"
    assert asked.turned().turned() == asked
    assert isinstance(asked.question, Question)


ANY = st.text(max_size=30)
OFTEN = st.sampled_from(["GE", "UA", "FR", "TV", "preserve", "2017-06-16", "0001-01-01", "9999-12-31", "UA:16=full"])
NAMES = st.sampled_from(["from", "to", "measure", "data", "at", "urgent", "stage", "order", "what_if", "why", "format"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(NAMES, OFTEN | ANY | st.lists(OFTEN | ANY, max_size=3)), st.booleans())
def test_no_address_breaks_the_page(asked, htmx):
    headers = {"HX-Request": "true"} if htmx else {}
    query = {"from": "GE", "to": "UA"} | asked
    answer = Client().get("/routes/", query, headers=headers)
    assert answer.status_code in ({200, 422} if asked.get("format") else {200})
    assert "invalid" not in answer.content.decode().replace("aria-invalid", "").lower()


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from(["state", "target", "value", "from", "to", "what_if"]), OFTEN | ANY))
def test_no_supposition_breaks_the_planner(asked):
    answer = Client().get("/routes/suppose/", asked)
    assert answer.status_code == 302
    assert Client().get(answer["Location"].partition("#")[0]).status_code == 200
