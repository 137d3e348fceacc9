"""The pages of reforms: chosen in the address; shown as tiles, list, chart and files; the ranking with its reasons."""

from __future__ import annotations

import csv
import html
import json
import re
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from comity.casework.models.tally import Tally
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.cell import What
from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.press import picture
from comity.kernel.clock import frozen
from comity.people.rules.roles import Role

JUNE = {"at": "2017-06-16"}
UKRAINE = JUNE | {"reform": ["UA:16=full", "UA:17=full"]}


@pytest.fixture(autouse=True)
def _visitors(law, monkeypatch):
    for page in ("reforms", "ranking"):
        monkeypatch.setattr(f"comity.web.pages.stateofplay.{page}.node_snapshot", lambda: law)
    with frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_the_page_offers_each_countrys_gaps_and_examples(client):
    page = text_of(client.get("/state-of-play/reforms/", JUNE))
    assert "Has the power of Article 16 in full (so far: none)" in page
    assert "Is Party to the Budapest Convention (so far: not Party)" in page
    assert "Has the power of Article 21 in full (so far not known)" in page
    assert "Ukraine adopts Articles 16 and 17" in page


def test_the_title_states_the_finding_and_the_tiles_say_it_in_words(client):
    answer = client.get("/state-of-play/reforms/", UKRAINE)
    assert "Of 450 measures between six countries, these two reforms improve 8; at home they change 2." in text_of(
        answer
    )
    page = answer.content.decode()
    tiles = page[page.index("ref-tiles") : page.index("</tbody>")]
    changed = re.findall(r'<td class="tone-\w+[^>]*><a href="#(\w\w-\w\w)">(.*?)</a>', tiles, re.DOTALL)
    assert {place for place, _ in changed} == {"AM-UA", "AZ-UA", "GE-UA", "MD-UA", "UA-UA"}
    assert all("<svg" in tile and "2 better" in tile for _, tile in changed)
    assert all(f'id="{place}"' in page for place, _ in changed)
    assert tiles.count("as before") == 31


RATIFIES = {"reform": ["GE:cets224=party", "cets224=in-force"]}


def test_a_supposition_is_shown_as_such_and_leads_to_those_who_are_party(client):
    page = text_of(client.get("/state-of-play/reforms/", RATIFIES))
    assert "Supposing that the Second Additional Protocol is in force: of 450 measures" in page
    assert "supposed before and after the reforms, so that what is shown is theirs alone" in page
    answer = client.get("/state-of-play/reforms/", RATIFIES | {"countries": "AM,AZ,BY,GE,MD,UA,HU,JP,RS"})
    assert "this reform makes 8 known to be open and improves 3" in text_of(answer)
    assert "what_if=cets224%3Din-force" in answer.content.decode()
    assert "Effect Answers" in text_of(answer), "The table behind the chart."
    alone = text_of(client.get("/state-of-play/reforms/", {"reform": "cets224=in-force"}))
    assert "Choose a reform as well, to see what it would do then." in alone


def test_a_ranking_may_suppose_a_treaty_in_force(client):
    asked = {"country": "BY", "countries": "BY,HU,JP,RS", "reform": "cets224=in-force"}
    page = text_of(client.get("/state-of-play/reforms/ranking/", asked))
    assert "Supposed: The Second Additional Protocol is in force." in page
    answer = client.get("/state-of-play/reforms/ranking/", asked | {"format": "json"})
    best = answer.json()["rankings"][0]["reforms"][1]["best"][0]["reforms"]
    assert set(best) == {"BY:cets224=party", "BY:ets185=party"}


def test_each_line_opens_the_planner_with_the_reforms(client):
    page = client.get("/state-of-play/reforms/", UKRAINE).content.decode()
    line = html.unescape(re.search(r'href="(/routes/\?from=GE[^"]+)"', page)[1])
    assert "what_if=UA:16%3Dfull" in line
    plan = text_of(client.get(line))
    assert "Supposing a reform" in plan
    assert "What it changes on all routes" in plan


def test_the_planner_says_what_else_a_reform_would_open(client):
    asked = {"from": "BY", "to": "UA", "measure": "preserve", "at": "2017-06-16"}
    page = client.get("/routes/", asked).content.decode()
    there = html.unescape(re.search(r'href="(/state-of-play/reforms/[^"]+)">what else', page)[1])
    assert "Of 450 measures" in text_of(client.get(there))


def test_a_reform_can_be_taken_back(client):
    page = client.get("/state-of-play/reforms/", UKRAINE).content.decode()
    back = [html.unescape(found) for found in re.findall(r'href="([^"]+)">Take back', page)]
    assert back == [
        "/state-of-play/reforms/?reform=UA:17=full&at=2017-06-16",
        "/state-of-play/reforms/?reform=UA:16=full&at=2017-06-16",
    ]


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(client):
    asked = {"reform": ["UA:16=full", "UA:99=full", "FR:16=full"], "at": "yesterday", "countries": "GE,XX,UA"}
    page = text_of(client.get("/state-of-play/reforms/", asked))
    assert "neither an instrument nor an article" in page
    assert "No pack describes France" in page
    assert "“yesterday” is not a day" in page
    assert "“XX” is not a country code" in page
    assert "Of 30 measures between two countries" in page


def test_another_reform_than_those_offered_stays_in_the_form(client):
    page = client.get("/state-of-play/reforms/", JUNE | {"reform": "UA:18=partial"}).content.decode()
    assert '<input class="form-check-input" type="checkbox" name="reform" value="UA:18=partial" checked>' in page
    assert "Chosen besides" in page


def test_nothing_changed_says_why(client):
    page = text_of(client.get("/state-of-play/reforms/", JUNE | {"reform": "GE:cets224=party"}))
    assert "this reform changes none" in page
    assert "the Second Additional Protocol is not in force on 16 June 2017" in page


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_the_same_as_files(client, form):
    answer = client.get("/state-of-play/reforms/", UKRAINE | {"format": form})
    assert answer["Content-Disposition"] == f'attachment; filename="reforms-2017-06-16.{form}"'
    text = answer.content.decode()
    if form == "json":
        assert len(json.loads(text)["changes"]) == 10
    elif form == "csv":
        assert len(list(csv.reader(StringIO(text)))) == 11
    else:
        assert "these two reforms improve 8" in text


@pytest.mark.parametrize("shade", list(Shade))
@pytest.mark.parametrize("size", list(Size))
def test_the_chart_is_drawn(client, monkeypatch, shade, size):
    monkeypatch.setattr("comity.web.pages.stateofplay.reforms.drawn", picture)
    answer = client.get("/state-of-play/reforms/chart.svg", UKRAINE | {"shade": shade, "size": size, "download": "yes"})
    drawing = answer.content.decode()
    assert drawing.startswith("<svg")
    assert "change most, 4 answers each" in drawing
    assert Look(shade, size).ground in drawing


def test_a_chart_that_is_not_drawn_is_said(client, monkeypatch):
    from comity.documents.adapters.pictures.studio import NoPicture

    def _none(_):
        raise NoPicture("Other pictures are being drawn.")

    monkeypatch.setattr("comity.web.pages.stateofplay.reforms.drawn", _none)
    assert client.get("/state-of-play/reforms/chart.svg", UKRAINE).status_code == 503


def test_the_ranking_of_all_countries_in_short(client):
    page = text_of(client.get("/state-of-play/reforms/ranking/", JUNE))
    assert "Best single reform Is Party to the Budapest Convention 50 known to be open, 6 faster" in page
    assert page.count("Best triple") == 6
    assert "Each measure between two countries counts once." in page


def test_the_ranking_of_one_country_gives_its_reasons(client):
    page = text_of(client.get("/state-of-play/reforms/ranking/", JUNE | {"country": "UA"}))
    assert "What unlocks most for Ukraine" in page
    assert "Becomes known to be open: real-time collection of traffic data from Ukraine for Armenia" in page
    assert "35 weighed" in page
    assert "What to find out first" in page


def test_a_country_without_recorded_gaps_is_not_advised(client):
    page = text_of(client.get("/state-of-play/reforms/ranking/", {"country": "AM"}))
    assert "no reform can be recommended" in page
    assert "What to find out first" in page


@pytest.mark.parametrize(("code", "said"), [("XX", "is not a country code"), ("FR", "France is not among")])
def test_a_country_that_is_not_ranked_is_said(client, code, said):
    assert said in text_of(client.get("/state-of-play/reforms/ranking/", JUNE | {"country": code}))


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_the_ranking_as_files(client, form):
    answer = client.get("/state-of-play/reforms/ranking/", JUNE | {"country": "GE", "format": form})
    assert f'filename="reform-ranking-2017-06-16.{form}"' in answer["Content-Disposition"]
    assert "Georgia" in answer.content.decode()


@pytest.mark.django_db
def test_only_who_may_read_statistics_sees_them_weigh(client, signed_in):
    Tally.objects.create(
        month=date(2026, 10, 1),
        direction=Direction.INCOMING,
        country="UA",
        what=What.KIND,
        key="preservation",
        count=500,
    )
    asked = JUNE | {"reform": "GE:16=full"}
    assert "500" not in text_of(client.get("/state-of-play/reforms/", asked))
    weighed = text_of(signed_in(Role.DUTY_OFFICER).get("/state-of-play/reforms/", asked))
    assert "Weighed by this node’s own requests" in weighed
    assert "So weighed: 503 better." in weighed
    assert "503" not in text_of(signed_in(Role.EDITOR).get("/state-of-play/reforms/", asked))
