"""On the pages of keeping the atlas true nothing is left in English but data: measured with a bracketed language."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from comity.people.rules.roles import Role
from comity.upkeep.actions.assign_owner import assign_owner
from comity.upkeep.tests.country_node import CountryNode
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_contact_pages import recorded
from comity.web.tests.test_no_english_left_in_state_of_play import data
from comity.web.tests.test_pack_pages import fingerprint_of, offer, trusting, ukraine, upload
from comity.web.tests.test_upkeep_pages import PLACE, REPORT, decide, filled, proposed

__all__ = ["data", "offer", "recorded", "ukraine"]
pytestmark = pytest.mark.django_db

MORE = re.compile(
    r"\b(?:[a-z-]+/)+[a-z0-9_.-]+|[\w.-]+@[\w.-]+|CN=\S+"  # places of facts, mailboxes, names of keys
    r"|Criminal Police[\w ]*|Ukraine \(edited\)|Europe/\w+"
    r"|A new law\.|Look at both\.|No such law\.|Compared\.|Ask for the zebra\.|Directory of the 24/7 network|Directory"
    r"|[^⟧]+\([a-z0-9-]+\)$|^(?:none|full|partial|medium|point-of-contact|cybercrime-unit)$"  # sources, values of packs
    r"|^[\w ]+: (?!\d)[^⟦]+$"  # what a fact is of, after its country, as the atlas names it
    r"|: (?:24/7 point of contact|exists under this name|authority for mutual legal assistance)$"
    r"|: (?:point-of-contact|central-authority)$"
    r"|Admin, |Central authority of UA|Amended\.|Ukraïna"
    r"|Article 16 was adopted in February 2026\.|A call\.|The second is right\.|Read again\.",
)


class Reading:
    """Pages that were read, with what each has left in English."""

    def __init__(self, data: re.Pattern[str]) -> None:
        self.data, self.found = re.compile(f"{MORE.pattern}|{data.pattern}"), {}

    def page(self, browser: Client, address: str, **sent: str) -> None:
        self.answer(address, browser.get(address, sent))

    def answer(self, name: str, answer) -> None:
        assert answer.content, f"{name} leads to {answer['Location']}"
        if texts := left(answer.content.decode(), self.data):
            self.found[name] = texts

    def check(self) -> None:
        assert not self.found, "\n".join(f"{name}: {text}" for name, texts in self.found.items() for text in texts)


@pytest.fixture
def read(data):
    with bracketed():
        yield Reading(data)


@pytest.fixture
def foreign(world, cast):
    """Two editors, an administrator and a duty officer who read Ukrainian."""
    browsers = {"duty": world.duty, "editor": world.editor}
    for name, role in (("first", Role.EDITOR), ("second", Role.EDITOR), ("admin", Role.ADMINISTRATOR)):
        browsers[name] = Client()
        browsers[name].user = cast(name, role)
        browsers[name].force_login(browsers[name].user, backend="django.contrib.auth.backends.ModelBackend")
    for browser in browsers.values():
        browser.cookies["language"] = LANGUAGE
    return browsers


def test_nothing_is_left_in_english_where_facts_are_kept(foreign, read):
    first, second, visitor = foreign["first"], foreign["second"], Client()
    visitor.cookies["language"] = LANGUAGE
    number, other = proposed(first), proposed(second, note="Read again.")
    assign_owner("GE", "first", by=first.user)
    read.page(visitor, "/report-an-error/", page="/atlas/GE/", fact=PLACE)
    visitor.post("/report-an-error/", REPORT)
    read.answer("sent empty", visitor.post("/report-an-error/", REPORT | {"text": ""}))
    read.answer("sent short", visitor.post("/report-an-error/", REPORT | {"text": "x"}))
    for address in (
        "/upkeep/proposals/",
        "/upkeep/reports/",
        "/upkeep/owners/",
        "/upkeep/due/GE/",
        "/upkeep/facts/countries/ge/",
        "/atlas/history/countries/ge/",
        f"/upkeep/proposals/{number}/",
        f"/upkeep/proposals/{number}/revise/",
        f"/upkeep/propose/?fact={PLACE}",
        *(f"/upkeep/propose/?fact={PLACE}&do={verb}" for verb in ("correct", "follow", "end", "add", "remove")),
    ):
        read.page(first, address)
    for fact in ("", "nowhere/at.all", "countries/ge/powers.99.0", "countries/ge/country.code"):
        read.page(first, "/upkeep/propose/", fact=fact)
    address = f"/upkeep/propose/?fact={PLACE}&do=correct"
    opened = filled(first.get(address))
    read.answer("no reason", first.post(address, opened | {"reason": "", "fact_checked": "soon"}))
    read.answer("nothing new", first.post(address, opened | {"reason": "A new law."}))
    read.answer("own", decide(first, number, "publish"))
    read.answer("published", decide(second, number, "publish"))
    read.page(first, f"/upkeep/proposals/{other}/")
    read.answer("touched", decide(first, other, "publish"))
    read.answer("no remark", decide(first, other, "return"))
    read.answer("returned", decide(first, other, "return", "Look at both."))
    read.page(second, f"/upkeep/proposals/{other}/")
    read.page(first, "/upkeep/proposals/?show=decided")
    read.page(visitor, "/atlas/history/countries/ge/")
    read.answer("answered", first.post("/upkeep/reports/1/answer/", {"answer": "", "found": "corrected"}, follow=True))
    read.check()


def test_nothing_is_left_in_english_of_direct_contacts(foreign, recorded, read):
    duty, editor = foreign["duty"], foreign["editor"]
    _, second = recorded
    wrong = {"authority": "ge-criminal-police", "kind": "telephone", "value": "12", "source": "", "checked": "soon"}
    right = wrong | {"value": "+995 32 000 00 00", "source": "Directory", "checked": "2026-03-01"}
    read.page(duty, "/contacts/")
    read.page(duty, "/contacts/GE/")
    read.answer("wrong", duty.post("/contacts/GE/", wrong))
    read.answer("number", duty.post("/contacts/GE/", right | {"value": "12"}))
    read.answer("mailbox", duty.post("/contacts/GE/", right | {"kind": "mailbox", "value": "duty"}))
    read.answer("to come", duty.post("/contacts/GE/", right | {"checked": "2030-01-01"}))
    read.answer("own", duty.post(f"/contacts/{second}/confirm/", {}, follow=True))
    read.answer("confirmed", editor.post(f"/contacts/{second}/confirm/", {}, follow=True))
    read.answer("no reason", editor.post(f"/contacts/{second}/withdraw/", {"reason": ""}, follow=True))
    read.answer("withdrawn", editor.post(f"/contacts/{second}/withdraw/", {"reason": "A call."}, follow=True))
    read.check()


def test_nothing_is_left_in_english_of_packs(foreign, offer, ukraine, read):
    first, second, admin = foreign["first"], foreign["second"], foreign["admin"]
    page = f"/upkeep/offers/{offer}/"
    for address in ("/upkeep/packs/", "/upkeep/packs/import/", "/upkeep/offers/", page):
        read.page(first, address)
    read.page(admin, "/upkeep/packs/")
    read.page(admin, "/upkeep/packs/keys/trust/")
    node = CountryNode("UA")
    for name, other in (
        ("digits", {"compared": "0" * 16}),
        ("few digits", {"compared": "0123"}),
        ("no certificate", {"certificate": "x"}),
        ("empty", {"country": "", "reason": "", "compared": ""}),
        ("over", {"valid_to": "2020-01-01"}),
    ):
        sent = trusting(node, **other) | {"reason": other.get("reason", "Compared.")}
        read.answer(name, admin.post("/upkeep/packs/keys/trust/", sent))
    sent = trusting(node) | {"reason": "Compared."}
    read.answer("trusted", admin.post("/upkeep/packs/keys/trust/", sent, follow=True))
    gone = {"country": "UA", "fingerprint": fingerprint_of(node), "reason": ""}
    read.answer("no reason", admin.post("/upkeep/packs/keys/withdraw/", gone, follow=True))
    gone["reason"] = "A call."
    read.answer("withdrawn", admin.post("/upkeep/packs/keys/withdraw/", gone, follow=True))
    read.answer("distrusted", upload(first, node.file(version=99)))
    read.answer("no file", upload(first, b""))
    read.answer("no pack", upload(first, b"Dear colleagues"))
    read.answer("known", upload(first, ukraine.file(), "check"))
    here = re.search(r'name="on" value="(\w+)"', first.get(page).content.decode())
    chosen = {"on": here[1] if here else ""}
    read.answer("not chosen", first.post(f"{page}choose/", chosen | {"reason": "A call."}))
    read.answer("no reason given", first.post(f"{page}choose/", chosen | {"all": "take", "reason": ""}))
    read.answer("chosen", first.post(f"{page}choose/", chosen | {"all": "take", "reason": "A call."}, follow=True))
    read.page(second, page)
    read.page(second, "/upkeep/offers/")
    waits = dict(re.findall(r'name="(choice|chosen_at)" value="([^"]+)"', second.get(page).content.decode()))
    read.answer("returned", second.post(f"{page}do/return/", waits | {"remark": "A call."}, follow=True))
    first.post(f"{page}choose/", chosen | {"all": "take", "reason": "A call."})
    waits = dict(re.findall(r'name="(choice|chosen_at)" value="([^"]+)"', second.get(page).content.decode()))
    read.answer("own", first.post(f"{page}do/confirm/", waits, follow=True))
    read.answer("confirmed", second.post(f"{page}do/confirm/", waits, follow=True))
    read.page(first, "/upkeep/offers/?show=decided")
    read.check()
