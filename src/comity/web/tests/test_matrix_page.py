"""The matrix: a table with a word in each cell that opens the planner, and the same for machines."""

from __future__ import annotations

import csv
import html
import json
import re
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.kernel.clock import frozen
from comity.web.components.choices import known_countries

pytestmark = pytest.mark.usefixtures("law")
JUNE = {"measure": "preserve", "data": "traffic", "at": "2017-06-16"}


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_the_title_states_the_finding(client):
    page = text_of(client.get("/routes/matrix/", JUNE))
    assert "Of these six States only the Republic of Moldova was known on 16 June 2017 to preserve traffic data" in page
    assert "Of 30 pairs: 4 open with conditions, 16 degraded, 10 unknown." in page


def test_a_cell_opens_the_planner_with_its_question(client):
    page = client.get("/routes/matrix/", JUNE).content.decode()
    cell = "/routes/?from=GE&amp;to=UA&amp;measure=preserve&amp;data=traffic&amp;at=2017-06-16"
    assert f'<a href="{cell}"' in page
    plan = text_of(client.get(html.unescape(cell)))
    assert "Degraded" in plan
    assert "On 16 June 2017 Ukraine could be asked to preserve traffic data" in plan


def test_every_cell_has_its_word_and_its_icon(client):
    page = client.get("/routes/matrix/", JUNE).content.decode()
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    cells = re.findall(r"<td class=\"tone-\w+[^>]*>(.*?)</td>", table, re.DOTALL)
    assert len(cells) == 36
    assert all("<svg" in cell and re.search(r"Degraded|Conditions|Unknown|Open|Closed", cell) for cell in cells)


def test_many_countries_get_letters_that_are_read_as_words(client, law):
    codes = ",".join(known_countries(law)[1][:20])
    page = client.get("/routes/matrix/", JUNE | {"countries": codes}).content.decode()
    assert '<span aria-hidden="true">?</span><span class="visually-hidden">Unknown</span>' in page
    assert "20 chosen" in text_of(client.get("/routes/matrix/", JUNE | {"countries": codes}))


def test_countries_are_given_with_commas_or_one_by_one(client):
    with_commas = client.get("/routes/matrix/", JUNE | {"countries": "GE,UA"})
    one_by_one = client.get("/routes/matrix/", JUNE | {"countries": ["GE", "ua"]})
    assert text_of(with_commas) == text_of(one_by_one)
    assert "Of these two States" in text_of(with_commas)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"countries": "GE,Ukraine"}, "“Ukraine” is not a country code."),
        ({"at": "soon"}, "“soon” is not a day."),
        ({"at": "1950-01-01"}, "no treaty of these packs was in force yet"),
        ({"measure": "x"}, "“x” is not one of: preserve,"),
    ],
)
def test_what_cannot_be_read_is_said(client, wrong, said):
    answer = client.get("/routes/matrix/", JUNE | wrong)
    assert answer.status_code == 200
    assert said in text_of(answer)
    assert "The matrix can’t be drawn yet" in text_of(answer)


def test_more_countries_than_a_matrix_holds(client, law):
    everyone = [code for codes in known_countries(law) for code in codes]
    assert len(everyone) > 80
    page = text_of(client.get("/routes/matrix/", JUNE | {"countries": everyone}))
    assert f"A matrix holds at most 80 countries; {len(everyone)} are chosen." in page


def test_one_country_alone_has_nobody_to_ask(client):
    assert "There is nobody to ask" in text_of(client.get("/routes/matrix/", JUNE | {"countries": "GE"}))


def test_notable_days_are_one_click_away(client):
    page = client.get("/routes/matrix/", JUNE | {"countries": "GE,UA"}).content.decode()
    assert re.search(r'href="/routes/matrix/\?[^"]*countries=GE,UA[^"]*at=2023-01-01"', page)
    assert re.search(r'at=2017-06-16" aria-current="date">16 June 2017', page)


def test_the_table_as_csv(client):
    answer = client.get("/routes/matrix/", JUNE | {"format": "csv"})
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    assert answer["Content-Disposition"] == 'attachment; filename="matrix-preserve-2017-06-16.csv"'
    assert len(rows) == 36
    cell = next(row for row in rows if (row["from"], row["to"]) == ("GE", "UA"))
    assert (cell["status"], cell["channel"]) == ("degraded", "network")


def test_the_table_as_json(client):
    answer = json.loads(client.get("/routes/matrix/", JUNE | {"format": "json"}).content)
    assert answer["countries"] == ["AM", "AZ", "BY", "GE", "MD", "UA"]
    cell = next(cell for cell in answer["cells"] if (cell["from"], cell["to"]) == ("GE", "UA"))
    assert cell["status"] == "degraded"
    refused = client.get("/routes/matrix/", JUNE | {"format": "csv", "at": "soon"})
    assert refused.status_code == 422
    assert json.loads(refused.content)["problems"]["at"]


ANY = st.text(max_size=30)
OFTEN = st.sampled_from(["GE,UA", "FR", ",", "2017-06-16", "0001-01-01", "9999-12-31", "preserve", "traffic", "on"])
NAMES = st.sampled_from(["measure", "data", "at", "urgent", "countries", "format"])


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(NAMES, OFTEN | ANY | st.lists(OFTEN | ANY, max_size=3)))
def test_no_address_breaks_the_page(asked):
    answer = Client().get("/routes/matrix/", asked)
    assert answer.status_code in ({200, 422} if asked.get("format") else {200})
