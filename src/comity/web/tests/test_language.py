"""The language of the pages: chosen, asked for by the browser, else English; and never another reader's."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.translation import trans_real

from comity.casework.models import Intake
from comity.kernel.languages import LANGUAGES
from comity.web.tests.foreign import bracketed

pytestmark = pytest.mark.django_db

SAMPLE = {
    "Sign in": "Увійти",
    "There is no such page": "Такої сторінки немає",
    "Draft": "Чернетка",
    "{time} left": "залишилося {time}",
    "The country is missing. Choose the country where the data are believed to be.": "Країну не названо.",
}


class Sample(trans_real.DjangoTranslation):
    """A few sentences in Ukrainian."""

    def gettext(self, message: str) -> str:
        return SAMPLE.get(message) or str(super().gettext(message))


@pytest.fixture
def ukrainian(monkeypatch):
    monkeypatch.setitem(trans_real._translations, "uk", Sample("uk"))


def page(browser: Client, address: str = "/sign-in/", **headers: str) -> str:
    return browser.get(address, headers=headers).content.decode()


def test_english_where_nobody_chose(client):
    answer = client.get("/sign-in/")
    assert '<html lang="en"' in answer.content.decode()
    assert answer["Content-Language"] == "en"
    assert {"Cookie", "Accept-Language"} <= {part.strip() for part in answer["Vary"].split(",")}


@pytest.mark.parametrize(
    ("asked", "spoken"), [("uk", "uk"), ("de, ka;q=0.8", "ka"), ("de", "en"), ("ro-MD,ru;q=0.5", "ro"), ("<i>", "en")]
)
def test_the_browser_is_heard(client, asked, spoken):
    assert f'<html lang="{spoken}"' in page(client, **{"accept-language": asked})


def test_a_choice_comes_before_the_browsers(client, ukrainian):
    answer = client.post("/language/", {"language": "uk", "back": "/sign-in/"})
    assert answer["Location"] == "/sign-in/"
    seen = page(client, **{"accept-language": "ka"})
    assert '<html lang="uk"' in seen
    assert "<h1>Увійти</h1>" in seen


def test_a_choice_leads_back_to_this_node_only_and_offers_nine(client):
    assert client.post("/language/", {"language": "ka", "back": "https://example.org/"})["Location"] == "/"
    assert client.post("/language/", {"language": "tlh"}).status_code == 400
    seen = page(client)
    for language in LANGUAGES:
        assert f'value="{language.code}" lang="{language.code}"' in seen
        assert language.own_name in seen


def test_a_strange_cookie_is_english(client):
    client.cookies["language"] = "<script>"
    assert '<html lang="en"' in page(client)


def test_errors_speak_too(client, ukrainian):
    assert "Такої сторінки немає" in page(client, "/nowhere/", **{"accept-language": "uk"})


def test_no_reader_is_served_anothers_language(world, at, ukrainian):
    """What a process keeps (marks, lists of countries, chips) is kept for each language."""
    draft = at("draft")
    addresses = ("/", f"/requests/{draft}/", f"/requests/{draft}/edit/", "/planner/?requester=GE&requested=UA")
    english = [page(world.duty, address) for address in addresses]
    for language in ("uk", "ka", "uk"):
        other = [page(world.duty, address, **{"accept-language": language}) for address in addresses]
        assert all(f'<html lang="{language}"' in text for text in other)
    assert "Чернетка" in page(world.duty, addresses[1], **{"accept-language": "uk"})
    with bracketed():
        assert all("⟦" in page(world.duty, address, **{"accept-language": "uk"}) for address in addresses)
    assert [_plain(text) for text in (page(world.duty, address) for address in addresses)] == [
        _plain(text) for text in english
    ]


def _plain(text: str) -> str:
    """Without what differs at each visit: the mark of the session in forms."""
    return re.sub(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+', "", text)


def test_programs_read_english(world, ukrainian):
    refused = world.duty.get("/api/v1/requests/", headers={"accept-language": "uk"})
    assert refused.status_code in {401, 404}
    assert "Content-Language" not in refused


def test_what_is_kept_is_english(world, ukrainian):
    """The way is kept with the request, for readers of every language."""
    with bracketed():
        world.duty.cookies["language"] = "uk"
        world.duty.post("/intake/", {"text": "2026-02-22 02:14:09 UTC+4 src=203.0.113.45:51514", "zone": ""})
        intake = Intake.objects.get()
        need = {"measure": "preserve", "data": ["traffic"], "requested_country": "UA"}
        world.duty.post(f"/intake/{intake.pk}/need/", need)
        way = page(world.duty, f"/intake/{intake.pk}/way/")
        key = way.partition('name="route_key" value="')[2].partition('"')[0]
        drafted = world.duty.post(f"/intake/{intake.pk}/way/", {"route_key": key, "case_title": "Справа"})
        assert drafted.status_code == 302
    intake.refresh_from_db()
    assert intake.request is not None
    kept = f"{intake.route} {intake.identifiers} {intake.request.content}"
    assert "⟦" not in kept
    assert "24/7 network" in kept


def test_a_refusal_is_said_where_it_was_asked(world, ukrainian):
    world.duty.post("/intake/", {"text": "2026-02-22 02:14:09 UTC+4 src=203.0.113.45:51514", "zone": ""})
    address = f"/intake/{Intake.objects.get().pk}/need/"
    world.duty.cookies["language"] = "uk"
    refused = world.duty.post(address, {"measure": "preserve", "data": ["traffic"]})
    assert refused.status_code == 422
    assert "Країну не названо." in refused.content.decode()
