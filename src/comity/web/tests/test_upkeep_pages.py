"""The pages of keeping the atlas true: proposing, reviewing, histories, reports of errors, owners, figures."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comity.kernel.clock import frozen
from comity.people.rules.roles import Role
from comity.upkeep.actions.propose_change import propose_change
from comity.upkeep.models import Proposal
from comity.upkeep.queries.fact import fact_at
from comity.upkeep.rules.facts import corrected

pytestmark = pytest.mark.django_db
PLACE = "countries/ge/powers.16.0"
REPORT = {"page": "/atlas/GE/", "fact": PLACE, "text": "Article 16 was adopted in February 2026."}


@pytest.fixture(autouse=True)
def _today():
    with frozen(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        yield


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def filled(answer) -> dict[str, str]:
    """The values of the page's form, as a browser sends them."""
    form = next(form for form in [answer.context["form"]] if form)
    return {name: value for name, value in ((n, form[n].value()) for n in form.fields) if value not in (None, False)}


def proposed(browser, **changes) -> int:
    fact = fact_at(PLACE)
    after = {**fact.before, **(changes or {"value": "full"})}
    made = corrected(fact.place.path, fact.before, after)
    return propose_change("countries/ge", fact.base, made, "A new law.", by=browser.user)


def decide(browser, number, verb, remark="", seen=None):
    page = browser.get(f"/upkeep/proposals/{number}/")
    said = {"remark": remark, "seen": seen or page.context["view"].seen}
    return browser.post(f"/upkeep/proposals/{number}/do/{verb}/", said, follow=True)


def test_beside_each_fact_an_editor_proposes_and_anybody_reports(editors, client):
    for address in ("/atlas/GE/", "/atlas/instruments/ets185/"):
        visited, edited = client.get(address).content.decode(), editors["first"].get(address).content.decode()
        assert "Propose a change" not in visited
        assert "Report an error" in visited
        assert "/atlas/history/instruments/ets185/?fact=parties.GE." in visited
        assert "Propose a change" in edited
    page = editors["first"].get("/atlas/GE/").content.decode()
    assert f"/upkeep/propose/?fact={PLACE.replace('/', '%2F')}" in page
    assert "fact=instruments%2Fets185%2Fparties.GE." in page


def test_a_change_is_proposed_reviewed_by_another_and_stands_in_the_history(editors, client):
    first, second = editors["first"], editors["second"]
    address = f"/upkeep/propose/?fact={PLACE}&do=correct"
    said = {**filled(first.get(address)), "fact_value": "full", "reason": "The amendment of February 2026."}
    page = first.post(address, said, follow=True)
    assert "another editor reviews it" in text_of(page)
    number = Proposal.objects.get().pk
    assert "Publish the change" not in text_of(page)
    assert "yourself" in text_of(decide(first, number, "publish"))
    assert "Publish the change" in text_of(second.get(f"/upkeep/proposals/{number}/"))
    assert "Published. Plans and pages" in text_of(decide(second, number, "publish"))
    history = text_of(client.get("/atlas/history/countries/ge/"))
    assert "Version 3, in use" in history
    assert "The amendment of February 2026." in history
    assert "First, Georgia" not in history
    assert "Nothing changed here" in text_of(client.get("/atlas/history/countries/ge/?fact=powers.17"))
    assert client.get("/atlas/history/countries/zz/").status_code == 404


@pytest.mark.parametrize(
    ("do", "changes", "sentence"),
    [
        ("correct", {"fact_source": ""}, "Source is needed"),
        ("correct", {"fact_value": "perhaps"}, "Select a valid choice"),
        ("correct", {"fact_checked": "yesterday"}, "This is not a day"),
        ("correct", {"fact_to": "2010-01-01"}, "not after its start"),
        ("correct", {}, "nothing would change"),
        ("correct", {"reason": ""}, "Why is needed"),
        ("end", {}, "Holds until is needed"),
        (
            "add",
            {"fact_value": "full", "fact_source": "deck-2017", "fact_confidence": "high"},
            "contradicts an earlier",
        ),
    ],
)
def test_what_may_not_stand_is_explained_on_the_form(editors, do, changes, sentence):
    address = f"/upkeep/propose/?fact={PLACE}&do={do}"
    page = editors["first"].get(address)
    answer = editors["first"].post(address, {**filled(page), "reason": "A reason.", **changes})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("do", "changes", "verbs"),
    [
        ("confirm", {}, ["changed"]),
        ("end", {"fact_to": "2026-02-01"}, ["changed"]),
        (
            "follow",
            {"fact_value": "full", "fact_from": "2026-02-01", "fact_source": "deck-2017", "fact_confidence": "low"},
            ["changed", "added"],
        ),
        ("remove", {}, ["removed"]),
    ],
)
def test_every_verb_makes_its_changes(editors, do, changes, verbs):
    address = f"/upkeep/propose/?fact={PLACE}&do={do}"
    said = {**filled(editors["first"].get(address)), "reason": "Because.", **changes}
    assert editors["first"].post(address, said).status_code == 302
    page = editors["second"].get(f"/upkeep/proposals/{Proposal.objects.get().pk}/")
    assert [change.verb for change in page.context["view"].changes] == verbs


def test_a_fact_is_added_where_there_was_none(editors):
    address = "/upkeep/propose/?fact=countries/ge/powers.20&do=add"
    said = {
        "fact_value": "none",
        "fact_source": "practice",
        "fact_confidence": "low",
        "reason": "As practitioners say.",
    }
    assert editors["first"].post(address, {**filled(editors["first"].get(address)), **said}).status_code == 302
    number = Proposal.objects.get().pk
    page = editors["first"].get(f"/upkeep/proposals/{number}/revise/")
    assert page.status_code == 200
    assert "Published." in text_of(decide(editors["second"], number, "publish"))


def test_a_fact_is_called_by_words_wherever_somebody_decides_about_it(editors):
    named = "Georgia: Article 16, preservation of stored computer data"
    number = proposed(editors["first"])
    assert f"Changed: {named} powers.16.0" in text_of(editors["second"].get(f"/upkeep/proposals/{number}/"))
    assert f"{named}, powers.16.0" in text_of(editors["first"].get(f"/upkeep/propose/?fact={PLACE}"))
    decide(editors["second"], number, "publish")
    assert f"Changed: {named}" in text_of(Client().get("/atlas/history/countries/ge/"))
    with frozen(datetime(2028, 1, 1, 12, tzinfo=UTC)):
        due = text_of(editors["second"].get("/upkeep/due/GE/"))
    assert "24/7 point of contact countries/ge/authorities.0.competences.0" in due


@pytest.mark.parametrize("fact", ["", "nowhere/at.all", "countries/ge/powers.99.0", "countries/ge/country.code"])
def test_what_is_no_fact(editors, fact):
    answer = editors["first"].get("/upkeep/propose/", {"fact": fact})
    assert answer.status_code == 404
    assert "No such fact" in text_of(answer)


def test_a_page_that_changed_at_the_same_fact_shows_both_sides(editors):
    first, second = editors["first"], editors["second"]
    address = f"/upkeep/propose/?fact={PLACE}&do=correct"
    opened = {**filled(first.get(address)), "fact_value": "full", "reason": "Late."}
    mine, theirs = proposed(first, value="partial"), proposed(second, note="Read again.")
    decide(first, theirs, "publish")
    assert "touches the same fact" in text_of(first.post(address, opened))
    page = second.get(f"/upkeep/proposals/{mine}/")
    assert "What the page has become meanwhile" in text_of(page)
    assert "Publish the change" not in text_of(page)
    assert "touches the same fact" in text_of(decide(second, mine, "publish"))
    assert "Returned." in text_of(decide(second, mine, "return", "Look at both."))
    form = first.get(f"/upkeep/proposals/{mine}/revise/")
    again = {**filled(form), "seen": form.context["view"].seen, "reason": "Both are right."}
    assert "waits for review again" in text_of(first.post(f"/upkeep/proposals/{mine}/revise/", again, follow=True))
    assert "Published." in text_of(decide(second, mine, "publish"))


def test_nobody_decides_about_what_they_have_not_read(editors):
    number = proposed(editors["first"])
    assert "Read it as it is now" in text_of(decide(editors["second"], number, "publish", seen="old"))
    assert "Say why" in text_of(decide(editors["second"], number, "decline"))
    assert "Declined." in text_of(decide(editors["second"], number, "decline", "No such law."))
    assert editors["second"].post(f"/upkeep/proposals/{number}/do/eat/", {}).status_code == 404
    assert "No such law." in text_of(editors["second"].get(f"/upkeep/proposals/{number}/"))
    assert "Declined" in text_of(editors["second"].get("/upkeep/proposals/?show=decided"))


def test_who_is_no_editor_reads_at_most(editors, signed_in, client):
    number = proposed(editors["first"])
    auditor, drafter = editors["auditor"], signed_in(Role.DRAFTER)
    page = f"/upkeep/proposals/{number}/"
    assert "Your decision" not in text_of(auditor.get(page))
    assert auditor.post(f"{page}do/publish/", {"seen": ""}).status_code == 403
    for address in (
        "/upkeep/proposals/",
        page,
        f"/upkeep/propose/?fact={PLACE}",
        "/upkeep/reports/",
        "/upkeep/owners/",
    ):
        assert drafter.get(address).status_code == 403, address
        assert client.get(address).status_code == 302, address


def test_every_fact_of_a_pack_is_listed_and_narrowed(editors):
    page = text_of(editors["first"].get("/upkeep/facts/countries/ge/"))
    assert "country.request_languages.0 ka; en" in page
    found = text_of(editors["first"].get("/upkeep/facts/countries/ge/?q=powers.16"))
    assert "Article 16, preservation of stored computer data powers.16.0 none" in found
    by_name = text_of(editors["first"].get("/upkeep/facts/countries/ge/?q=preservation of stored"))
    assert "powers.16.0 none" in by_name
    assert "country.about.0" not in found
    assert editors["first"].get("/upkeep/facts/countries/zz/").status_code == 404
    assert editors["first"].get("/upkeep/due/ZZ/").status_code == 404


QUERIES = {
    "/": 7,
    "/upkeep/proposals/": 7,
    "/upkeep/proposals/{number}/": 9,
    "/upkeep/propose/?fact=countries/ge/powers.16.0": 6,
    "/upkeep/reports/": 5,
    "/upkeep/owners/": 8,
    "/upkeep/due/GE/": 5,
    "/upkeep/facts/countries/ge/": 5,
    "/atlas/history/countries/ge/": 6,
}
"""Of an editor: the frame's among them. `queries.yaml` has the pages that a duty officer opens."""


def test_no_page_asks_more_of_the_database_the_more_is_kept(editors, client):
    number = proposed(editors["first"])

    def taken(browser, address):
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200, address
        return len(queries)

    few = {page: taken(editors["second"], page.format(number=number)) for page in QUERIES}
    for _ in range(4):
        proposed(editors["first"])
        client.post("/report-an-error/", REPORT)
    many = {page: taken(editors["second"], page.format(number=number)) for page in QUERIES}
    assert many == few == QUERIES
    assert taken(Client(), "/atlas/history/countries/ge/") == 2
    assert taken(Client(), "/report-an-error/?page=/atlas/GE/") == 0
