"""The strategic priorities on their pages: words in cells, each indicator with its source, and files."""

from __future__ import annotations

import csv
import html
import json
import re
from io import StringIO

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _node(world):
    """A node on 2 March 2026."""


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_anybody_reads_the_heat_map_with_what_is_missing_beside_each_score(client):
    page = text_of(client.get("/state-of-play/priorities/?at=2017-06-16"))
    assert "1. Cybercrime policies and strategies" in page
    assert "8. More efficient regional and international cooperation" in page
    assert "range 50–100 %" in page
    assert "Score = weights of the indicators that are met" in page
    assert "Where less than half of the weights is known, there is no score." in page


def test_a_country_shows_each_indicator_with_its_fact(client):
    page = text_of(client.get("/state-of-play/priorities/ge/?at=2017-06-16"))
    assert "Stored computer data can be ordered preserved (Article 16). Powers, Article 16 Not met None" in page
    assert "slide 9" in page
    assert (
        "Investigators are trained regularly, at more than one level. Assessment, question training.police Not known"
        in page
    )


def test_before_anything_was_observed_nothing_is_scored_no(client):
    page = text_of(client.get("/state-of-play/priorities/GE/?at=2005-01-01"))
    assert "Not known Nothing is recorded" in page
    assert "0 % Hardly met" not in page


@pytest.mark.parametrize(("years", "status"), [("2017 2020", 200), ("2017,2020", 200), ("soon", 422), ("3017", 422)])
def test_years_are_chosen_and_what_cannot_be_read_is_said(client, years, status):
    answer = client.get("/state-of-play/priorities/GE/", {"years": years})
    assert answer.status_code == status
    assert ("Name up to 8 years" in text_of(answer)) is (status == 422)


def test_files_say_the_same(client):
    made = json.loads(client.get("/state-of-play/priorities/scores.json?at=2017-06-16&countries=GE").content)
    assert [country["code"] for country in made["countries"]] == ["GE"]
    first = made["countries"][0]["priorities"][0]
    assert first["indicators"][0]["facts"][0]["at"] == "slide 9, row Strategies/action plans"
    table = list(csv.reader(StringIO(client.get("/state-of-play/priorities/scores.csv").content.decode("utf-8-sig"))))
    assert table[0][:4] == ["Country", "Priority", "Name", "Score"]
    assert client.get("/state-of-play/priorities/scores.md").content.startswith(b"# Strategic priorities")
    assert client.get("/state-of-play/priorities/scores.exe").status_code == 404


def test_no_such_country(client):
    assert client.get("/state-of-play/priorities/XX/").status_code == 404


def test_the_years_are_drawn_with_the_finding_and_the_words(client):
    page = html.unescape(client.get("/state-of-play/priorities/UA/?years=2017,2026").content.decode())
    assert re.search(r"Ukraine: of \w+ known scores, \w+ rose", page)
    assert "1. Cybercrime policies and strategies: 2017 100 % (50–100 %)" in page
    answer = client.get("/state-of-play/priorities/UA/course.svg?years=2017+2026")
    assert answer["Content-Type"] == "image/svg+xml"
    assert client.get("/state-of-play/priorities/XX/course.svg").status_code == 404
