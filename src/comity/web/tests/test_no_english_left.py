"""On the pages that a request goes through, nothing is left in English but data: measured with a bracketed language."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from comity.atlas.tests.law import repository_snapshot
from comity.casework.models import Intake, Request
from comity.casework.rules.registry import kinds
from comity.casework.tests.complete import complete
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_queries import _arrived

pytestmark = pytest.mark.django_db

STEPS = ("acknowledge", "ask", "refuse", "execute", "consult", "forward", "condition")
ASKED = {"accept-language": LANGUAGE}
PASTED = "2026-02-22 02:14:09 UTC+4 login ok user=maint src=203.0.113.45:51514\nfrom 10.0.0.1, mail a@b.example"


_PATTERNS = (
    r"\b[A-Z]{2}-\d{4}-\d+",  # references
    r"Articles? \d[\d()a-z, ]*(?: (?:and|to) \d[\d()a-z]*)*",
    r"CETS \d+",
    r"-preservation\.pdf",  # a file of the node's own
    r"\bB-(?:B|T|LT|LTA)\b|\bDOCX\b|\brequest\.json\b",  # names of levels and formats
    r", languages accepted for requests",  # of packs, as the next
    r"In the State's own language, or with a translation into another of these\.",
    r"T-CY\(201\d\)1\d, (?:field|recommendation) \d+",
    r"(?:Duty|Drafter|Approver|Auditor), (?:Georgia)?",
    r"^(?:duty|drafter|approver|editor|reviewer|programme|auditor|admin)$",  # the demonstration's cast
    r"^2026-02-22 .*",  # what was pasted
    r"[\w.]+@[\w.]+",
    r"request-[a-z]+",  # names of the ledger's events, as programs read them
)


def _data() -> re.Pattern[str]:
    """What people typed, and what law and packs name in their own words."""
    law = repository_snapshot()
    names = [
        "Comity",
        "SHA-256",
        "UTC",
        "Ransomware",
        "Asked",
        "Mistyped",
        "Version 1",
        "Dear colleagues",
        "Georgia",
        "(demonstration)",
        "Practice",
    ]
    names += [" ".join(value.split()) for value in complete().values() if isinstance(value, str)]
    for pack in law.instruments.values():
        names += [pack.instrument.short, pack.instrument.title]
    for country in law.countries.values():
        names += [authority.name for authority in country.authorities]
    names += [rule.at for rule in law.clocks.values()]
    names += [source.title for source in law.sources.values()]
    exact = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if len(name) > 3)
    return re.compile("|".join((exact, *_PATTERNS)))


def test_nothing_is_left_in_english(world, at):
    data = _data()
    ready, draft, review = at("ready"), at("draft", necessity=""), at("in-review")
    named = _arrived(world.users["duty"])
    browser = world.duty
    browser.post("/intake/", {"text": PASTED, "zone": ""})
    intake = Intake.objects.get()
    asked = {"measure": "preserve", "data": ["traffic", "content"], "requested_country": "UA"}
    browser.post(f"/intake/{intake.pk}/need/", asked)
    visitor = Client()
    browser.cookies["language"] = visitor.cookies["language"] = LANGUAGE
    found: dict[str, list[str]] = {}
    with bracketed():
        for address in (
            "/sign-in/",
            "/nowhere/",
            "/",
            "/intake/",
            f"/intake/{intake.pk}/hold/",
            f"/intake/{intake.pk}/need/",
            f"/intake/{intake.pk}/way/",
            f"/requests/{draft}/edit/",
            f"/requests/{draft}/check/",
            f"/requests/{review}/approval/",
            *(
                f"/requests/{ready}/{tab}"
                for tab in ("", "letter/", "data/", "versions/", "bundle/", "way/", "clocks/", "chain/", "ledger/")
            ),
            *(f"/requests/{named['incoming']}/{tab}" for tab in ("", "arrival/", "data/", "clocks/")),
            *(f"/requests/{named['incoming']}/steps/{step}/" for step in STEPS),
        ):
            page = (visitor if address == "/sign-in/" else browser).get(address)
            texts = left(page.content.decode(), data) if page.content else [f"leads to {page['Location']}"]
            if texts:
                found[address] = texts
    assert not found, "\n".join(f"{address}: {text}" for address, texts in found.items() for text in texts)


def test_nothing_is_left_in_english_where_something_is_wrong(world, at, client):
    """Refusals, gaps of an empty form of each kind, and requests at other steps."""
    data = _data()
    browser, approver = world.duty, world.approver
    browser.post("/intake/", {"text": PASTED, "zone": ""})
    intake, empty = Intake.objects.get(), Request.objects.get(reference=at("draft"))
    approved, signed = at("approved"), at("signed")
    for one in (browser, approver, client):
        one.cookies["language"] = LANGUAGE
    found: dict[str, list[str]] = {}

    def read(name: str, answer: HttpResponse) -> None:
        if texts := left(answer.content.decode(), data):
            found[name] = texts

    with bracketed():
        read("hold", browser.post("/intake/", {"text": "", "zone": "Nowhere/City"}))
        read("need", browser.post(f"/intake/{intake.pk}/need/", {"measure": "arrest"}))
        read("sign-in", client.post("/sign-in/", {"username": "x", "password": "y"}))
        read("too old", Client(enforce_csrf_checks=True).post("/sign-in/", {"language": "uk"}, headers=ASKED))
        read("role", world.auditor.get("/intake/", headers=ASKED))
        for reference in (approved, signed):
            read(reference, approver.get(f"/requests/{reference}/approval/"))
        for kind in kinds():
            Request.objects.filter(pk=empty.pk).update(kind=kind, content={})
            for step in ("edit", "check"):
                read(f"{kind} {step}", browser.get(f"/requests/{empty.reference}/{step}/"))
    assert not found, "\n".join(f"{name}: {text}" for name, texts in found.items() for text in texts)
