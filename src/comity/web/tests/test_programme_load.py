"""Pages of the programme with many projects: 25 rows a page, in as many queries as with few."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comity.people.access import user_named
from comity.programme.actions.seed_programme import OFFICER, seed_programme
from comity.web.components.long_select import LongSelect

pytestmark = pytest.mark.django_db
LARGE = "/programme/load-0001/"
PAGES = (
    "/programme/",
    "/papers/",
    LARGE,
    "/programme/activities/",
    "/programme/activities/?q=workshop",
    f"{LARGE}activities/",
    *(f"{LARGE}{page}/" for page in ("results", "budget", "teams", "decisions", "papers")),
)


def queries(visitor: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as taken:
        assert visitor.get(page).status_code == 200
    return len(taken)


@pytest.fixture
def visitor(world) -> Client:
    seed_programme(1, 15, onto=connection.settings_dict["NAME"])
    client = Client()
    client.force_login(user_named(OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_more_projects_and_activities_take_no_more_queries(visitor):
    few = {page: (queries(visitor, page), queries(visitor, page))[1] for page in PAGES}
    seed_programme(39, 400, onto=connection.settings_dict["NAME"])
    many = {page: queries(visitor, page) for page in PAGES}
    assert many == few


def test_projects_and_their_activities_are_shown_by_pages(visitor):
    seed_programme(39, 400, onto=connection.settings_dict["NAME"])
    first, second = (visitor.get(f"/programme/?page={page}").content.decode() for page in (1, 2))
    shown = [set(re.findall(r'href="/programme/(load-\d+)/"', page)) for page in (first, second)]
    assert not shown[0] & shown[1]
    assert "1–25 of 42 projects" in re.sub(r"\s+", " ", first)
    assert len(re.findall("<tr>", visitor.get("/programme/load-0002/").content.decode())) <= 26


def test_a_long_choice_escapes_what_it_shows_and_marks_what_is_chosen():
    drawn = LongSelect(choices=[("a", "A < B"), ("b", "C & D")]).render("what", "b", {"id": "id_what"})
    assert drawn == (
        '<select id="id_what" name="what"><option value="a">A &lt; B</option>'
        '<option value="b" selected>C &amp; D</option></select>'
    )


def test_a_chart_of_many_activities_shows_one_year_and_offers_the_others(visitor):
    few = visitor.get(f"{LARGE}activities/").content.decode()
    assert "All years" in few
    seed_programme(1, 150, onto=connection.settings_dict["NAME"])
    many = visitor.get("/programme/load-0002/activities/")
    assert many.context["year"] in many.context["years"]
    assert "All years" not in many.content.decode()
    other = next(year for year in many.context["years"] if year != many.context["year"])
    assert visitor.get(f"/programme/load-0002/activities/?year={other}").context["year"] == other
