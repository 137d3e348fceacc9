"""Reports of errors by anybody, the figure on public pages, owners of countries and their reminders."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from comity.kernel.clock import frozen
from comity.upkeep.actions.raise_reminders import raise_reminders
from comity.upkeep.models import ErrorReport

pytestmark = pytest.mark.django_db
PLACE = "countries/ge/powers.16.0"
REPORT = {"page": "/atlas/GE/", "fact": PLACE, "text": "Article 16 was adopted in February 2026."}


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def test_anybody_reports_an_error_and_comes_back_to_the_page(editors, client):
    assert "/report-an-error/?page=%2Fatlas%2FGE%2F" in client.get("/atlas/GE/").content.decode()
    form = client.get("/report-an-error/", {"page": "/atlas/GE/", "fact": PLACE})
    assert PLACE in text_of(form)
    sent = client.post("/report-an-error/", REPORT, follow=True)
    assert sent.redirect_chain == [("/atlas/GE/", 302)]
    assert "Thank you" in text_of(sent)
    assert "1 report of an error waits for an answer" in text_of(editors["first"].get("/"))
    number = ErrorReport.objects.get().pk
    assert "Article 16 was adopted" in text_of(editors["first"].get("/upkeep/reports/"))
    said = {"answer": "Proposed.", "found": "corrected"}
    answered = editors["first"].post(f"/upkeep/reports/{number}/answer/", said, follow=True)
    assert "No report waits" in text_of(answered)
    assert "Corrected" in text_of(editors["first"].get("/upkeep/reports/?show=answered"))


def test_a_report_that_is_too_short_too_long_or_one_too_many(packs, client):
    for text, sentence in (("Wrong.", "in 10 to 2,000"), ("", "Nothing is written"), ("x" * 2001, "in 10 to 2,000")):
        answer = client.post("/report-an-error/", {**REPORT, "text": text})
        assert (answer.status_code, sentence in text_of(answer)) == (422, True)
    for _ in range(5):
        assert client.post("/report-an-error/", REPORT).status_code == 302
    refused = client.post("/report-an-error/", REPORT)
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")
    assert "come back in an hour" in text_of(refused)
    assert REPORT["text"] in refused.content.decode()


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "//elsewhere.example/", "/requests/", "/nowhere/"])
def test_a_report_leads_back_to_no_other_place(packs, client, page):
    assert client.post("/report-an-error/", {**REPORT, "page": page})["Location"] == "/atlas/"


def test_a_report_needs_the_token_of_the_form(packs):
    assert Client(enforce_csrf_checks=True).post("/report-an-error/", REPORT).status_code == 403


def test_the_public_figure_says_how_much_is_due(editors, client):
    page = text_of(client.get("/atlas/GE/"))
    assert re.search(r"Last checked \d+ \w+ 2026; none of \d+ facts is due Fresh", page)
    with frozen(datetime(2027, 12, 2, 12, tzinfo=UTC)):
        late = text_of(client.get("/atlas/GE/"))
        assert re.search(r"Last checked \d+ \w+ 2026; \d+ of \d+ facts are due Stale", late)
        assert re.search(r"\d+ \w+ 2026; \d+ of \d+ due Stale", text_of(client.get("/atlas/")))


def test_an_owner_finds_the_reminder_on_the_desk(editors):
    first = editors["first"]
    assert "Noted who looks after it" in text_of(
        first.post("/upkeep/owners/GE/assign/", {"owner": "second"}, follow=True)
    )
    refused = first.post("/upkeep/owners/GE/assign/", {"owner": "auditor"}, follow=True)
    assert "not an editor" in text_of(refused)
    assert first.post("/upkeep/owners/XXX/assign/", {"owner": ""}).status_code == 404
    with frozen(datetime(2027, 12, 2, 12, tzinfo=UTC)):
        raise_reminders()
        editors["second"].force_login(editors["second"].user, backend="django.contrib.auth.backends.ModelBackend")
        desk = editors["second"].get("/")
        assert "facts of your countries are due: Georgia (" in text_of(desk)
        due = text_of(editors["second"].get("/upkeep/due/GE/"))
        assert "countries/ge/powers.16.0" in due
        number = desk.context["upkeep"].reminder.number
        editors["second"].post(f"/upkeep/reminders/{number}/seen/")
        assert "of your countries" not in text_of(editors["second"].get("/"))
