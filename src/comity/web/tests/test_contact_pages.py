"""Direct contacts: who opens them, what a keeper does there; no public page, file, feed or search tells one."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, resolve
from django.urls.resolvers import RegexPattern

from comity.atlas.actions.index_passages import index_passages
from comity.config.env import ROOT
from comity.kernel.country import CountryCode
from comity.people.actions.create_token import create_token
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose
from comity.upkeep.actions.confirm_contact import confirm_contact
from comity.upkeep.actions.export_pack import export_pack
from comity.upkeep.actions.record_contact import record_contact
from comity.upkeep.models import ContactDetail

NUMBER, BOX, SECRET_NOTE = "+995 32 000 47 11", "duty@ge.example.net", "Ask for the zebra."
TOLD = ("000 47 11", "0004711", "duty@ge", "duty%40ge", "zebra")
"""Parts by which any of them would be seen, however a page writes it."""


@pytest.fixture
def recorded(world):
    """A number and a mailbox of Georgia's point of contact, one of them confirmed."""
    duty, editor = world.users["duty"], world.users["editor"]
    said = {"source": "Directory", "note": SECRET_NOTE, "by": duty}
    first = record_contact(CountryCode("GE"), "ge-criminal-police", kind="telephone", value=NUMBER, **said)
    confirm_contact(first, by=editor)
    return first, record_contact(CountryCode("GE"), "ge-criminal-police", kind="mailbox", value=BOX, **said)


def body_of(answer) -> str:
    return (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")


def test_an_entitled_reader_sees_them_with_their_standing(world, recorded):
    for who in ("duty", "approver", "auditor", "editor"):
        answer = getattr(world, who).get("/contacts/GE/")
        page = body_of(answer)
        assert NUMBER in page
        assert 'href="tel:+995320004711"' in page
        assert f'href="mailto:{BOX}"' in page
        assert "Confirmed" in page
        assert "Not confirmed yet" in page
        assert answer["Cache-Control"] == "private, no-store"
        assert ("Record the detail" in page) == (who in {"duty", "editor"})


def test_nobody_else_opens_them(world, recorded):
    for address in ("/contacts/", "/contacts/GE/"):
        refused = world.drafter.get(address)
        assert refused.status_code == 403
        assert not any(part in body_of(refused) for part in TOLD)
        assert Client().get(address).status_code == 302
    for verb in ("confirm", "withdraw"):
        assert world.drafter.post(f"/contacts/{recorded[1]}/{verb}/", {"reason": "x"}).status_code == 403
        assert world.approver.post(f"/contacts/{recorded[1]}/{verb}/", {"reason": "x"}).status_code == 403
        assert world.duty.post(f"/contacts/77/{verb}/", {"reason": "x"}).status_code == 404
    assert world.duty.get("/contacts/XX/").status_code == 404


def test_a_keeper_records_and_another_confirms_and_withdraws(world):
    sent = {
        "authority": "ge-criminal-police",
        "kind": "mailbox",
        "value": BOX,
        "source": "Directory",
        "checked": "2026-03-01",
    }
    assert world.duty.post("/contacts/GE/", sent).status_code == 302
    number = ContactDetail.objects.get().pk
    own = body_of(world.duty.post(f"/contacts/{number}/confirm/", follow=True))
    assert "Somebody else must compare it" in own
    assert "You compared it today" in body_of(world.editor.post(f"/contacts/{number}/confirm/", follow=True))
    assert "Say why" in body_of(world.editor.post(f"/contacts/{number}/withdraw/", follow=True))
    gone = body_of(world.editor.post(f"/contacts/{number}/withdraw/", {"reason": "It bounces."}, follow=True))
    assert "It bounces." in gone
    assert "1 no longer used" in gone


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"value": "032 000"}, "as one dials it from abroad"),
        ({"value": ""}, "is needed"),
        ({"checked": "2026-03-05"}, "still to come"),
        ({"checked": "soon"}, "This is not a day"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(world, wrong, says):
    sent = {
        "authority": "ge-criminal-police",
        "kind": "telephone",
        "value": NUMBER,
        "source": "Directory of March",
        "checked": "2026-03-01",
    }
    answer = world.duty.post("/contacts/GE/", sent | wrong)
    assert answer.status_code == 422
    assert says in body_of(answer)
    assert "Directory of March" in body_of(answer)
    assert not ContactDetail.objects.exists()


ADDRESSES = (
    "/sign-in/", "/verify/", "/atlas/", "/atlas/GE/", "/atlas/GE/legal/", "/atlas/GE/authorities/",
    "/atlas/GE/procedures/", "/atlas/GE/practice/", "/atlas/GE/profile.pdf", "/atlas/compare/?countries=GE,UA",
    "/atlas/history/countries/ge/", "/atlas/search/?q=duty", "/atlas/search/?q=000", "/atlas/changes/",
    "/atlas/changes/1/", "/atlas/changes.atom", "/atlas/data/", "/atlas/data/countries/ge/",
    "/atlas/data/countries/ge.json", "/atlas/data/countries/ge.csv", "/atlas/data/atlas.json", "/atlas/data/atlas.csv",
    "/atlas/GE.jsonld", "/atlas/GE/authorities/ge-criminal-police.jsonld", "/atlas/instruments/",
    "/atlas/instruments/ets185/", "/atlas/instruments/ets185.jsonld", "/atlas/providers/", "/atlas/providers/google/",
    "/atlas/providers/google.jsonld", "/atlas/glossary/", "/atlas/glossary.jsonld", "/report-an-error/?page=/atlas/GE/",
    "/routes/?requester=UA&requested=GE&measure=preserve", "/routes/suppose/?requester=UA&requested=GE",
    "/routes/matrix/", "/state-of-play/", "/state-of-play/overview.json", "/state-of-play/gaps/",
    "/state-of-play/reforms/", "/state-of-play/reforms/ranking/", "/state-of-play/priorities/",
    "/state-of-play/priorities/scores.json", "/state-of-play/priorities/GE/", "/state-of-play/recommendations/",
    "/state-of-play/recommendations/tcy-mla-2014/", "/state-of-play/recommendations/tcy-mla-2014/follow-up.csv",
    "/state-of-play/recommendations/tcy-mla-2014/5/GE/", "/state-of-play/amendments/",
    "/state-of-play/amendments/GE/16/", "/state-of-play/recommendations/due/",
    "/programme/", "/programme/cybercrime-eap-ii/", "/programme/cybercrime-eap-ii/results/",
    "/programme/cybercrime-eap-ii/activities/", "/programme/cybercrime-eap-ii/activities/advisory-24-7/",
    "/programme/cybercrime-eap-ii/decisions/", "/programme/cybercrime-eap-ii/papers/", "/papers/",
    "/programme/activities/", "/programme/activities/month/?at=2017-10", "/programme/activities.csv",
    "/programme/activities.ics", "/programme/cybercrime-eap-ii/activities.ics",
)  # fmt: skip
NO_FACTS = {
    *("theme", "language", "clock-feed"),
    *("reforms-chart", "priorities-chart", "state-of-play-chart", "assessments-chart"),
    *("state-of-play-report", "amendment-file"),
    *("programme-deck", "programme-report", "project-activities-chart", "indicator", "indicator-picture"),
    *("report-ask", "report-run", "report-state", "report-file", "request-schemas", "request-schema"),
    *("results-theory-picture", "activity-document", "paper-file"),
    *("register", "registered", "own-registration", "own-data", "own-attendance", "own-cancel", "own-erase"),
}
"""Open to everyone too: two buttons, a calendar behind a secret of its own, pictures, files of pages that stand above,
reports made in the worker, schemas, and what people registered themselves, behind links of their own."""


def _public(resolver: URLResolver) -> set[str]:
    """The names of the pages of this node that open signed out."""
    found: set[str] = set()
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            found |= _public(pattern)
        elif not getattr(pattern.callback, "login_required", True):
            found.add(pattern.name or str(pattern.pattern))
    return found


def test_the_list_below_leaves_out_no_public_page():
    named = {resolve(address.partition("?")[0]).url_name for address in ADDRESSES}
    pages = URLResolver(RegexPattern(r"^/"), "comity.web.urls")
    assert _public(pages) - named - NO_FACTS == set()


@pytest.mark.parametrize("who", ["nobody", "drafter", "duty", "editor"])
def test_no_public_page_file_feed_or_search_tells_one(world, recorded, who):
    """Not even to whoever may read them: a public page looks the same to a cache."""
    index_passages()
    browser = Client() if who == "nobody" else getattr(world, who)
    for address in ADDRESSES:
        answer = browser.get(address)
        assert answer.status_code in {200, 302, 404}, address
        assert not [part for part in TOLD if part in body_of(answer)], address


def test_no_exported_pack_and_nothing_of_the_ledger_tells_one(world, recorded):
    for sign in (True, False):
        file = export_pack(CountryCode("GE"), sign=sign, by=world.users["editor"]).file
        assert not any(part.encode() in file for part in TOLD)
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(string_agg(payload::text, ' '), '') FROM ledger_entry")
        (payloads,) = cursor.fetchone()
    assert "ge-criminal-police" in payloads
    assert not any(part in payloads for part in TOLD)


def test_the_api_has_no_door_to_them(world, recorded):
    duty = world.users["duty"]
    secret = create_token(duty, name="Program", purpose=Purpose.API, scopes=tuple(Scope), by=duty)
    pinned = json.loads((ROOT / "docs/reference/openapi.json").read_text(encoding="utf-8"))
    assert not [path for path in pinned["paths"] if "contact" in path]
    for path in [path for path in pinned["paths"] if "{" not in path and "get" in pinned["paths"][path]]:
        answer = Client().get(path, headers={"Authorization": f"Bearer {secret}"})
        assert not [part for part in TOLD if part in body_of(answer)], path
    whole = Client().get("/api/v1/atlas/packs/countries/ge", headers={"Authorization": f"Bearer {secret}"})
    assert not [part for part in TOLD if part in body_of(whole)]


def test_the_authorities_page_leads_readers_there_and_nobody_else(world, recorded):
    assert "/contacts/GE/" in body_of(world.duty.get("/atlas/GE/authorities/"))
    assert "/contacts/" not in body_of(world.drafter.get("/atlas/GE/authorities/"))
    assert "/contacts/" not in body_of(Client().get("/atlas/GE/authorities/"))


def test_a_page_costs_the_same_however_many_there_are(world, recorded):
    def taken() -> int:
        with CaptureQueriesContext(connection) as queries:
            world.duty.get("/contacts/GE/")
            world.duty.get("/contacts/")
        return len(queries)

    taken()
    few = taken()
    for number in range(5):
        value = f"+995 32 000 00 1{number}"
        said = {"kind": "telephone", "value": value, "source": "Directory"}
        record_contact(CountryCode("GE"), "ge-criminal-police", by=world.users["duty"], **said)
    assert taken() == few
