"""On the public pages of law, of verifying and of one's own account nothing is left in English but data."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from comity.atlas.models import LoadedPack
from comity.atlas.models.passage import Passage
from comity.atlas.rules.packs.country import Topic
from comity.atlas.tests.law import repository_snapshot
from comity.documents.adapters.trust_file import keep
from comity.documents.rules.anchor import Anchor, Purpose
from comity.documents.rules.findings import Attached, Findings, Problem
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.judgement import judge
from comity.documents.rules.seal import After, Chain, Revocation
from comity.documents.tests import pki
from comity.kernel.clock import frozen
from comity.kernel.sayable import sayable
from comity.ledger.queries.chain import ChainReport
from comity.ledger.queries.deliveries import DeliveryState
from comity.people.rules.roles import Role
from comity.web.pages import node, verify
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_node import a_failed_delivery
from comity.web.tests.test_open_data_pages import publish
from comity.web.tests.test_verify import REQUEST, SEAL, post

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
_NO_DATA = re.compile(r"(?!)")
_WORD = re.compile(r"[A-Za-z]{3,}")
_PATTERNS = (r"\bArticles? \d[\d()a-z, ]*", r"request\.json", r"[\w.]+@[\w.]+", r"\bB-(?:B|T|LT|LTA)\b")


def _data(*more: str) -> re.Pattern[str]:
    """What the test typed, and names of this node."""
    names = ("Comity", "UTC", "SHA-256", "JSON", "Georgia", "24/7 point of contact", "(demonstration)", *more)
    return re.compile("|".join((*map(re.escape, names), *_PATTERNS)))


@cache
def _packs() -> tuple[str, ...]:
    """Whatever stands in a pack, longest first."""
    law = repository_snapshot()
    found: set[str] = set()

    def take(value: object) -> None:
        if isinstance(value, str):
            found.add(" ".join(value.split()))
        elif isinstance(value, dict):
            for each in (*value, *value.values()):
                take(each)
        elif isinstance(value, list | tuple):
            for each in value:
                take(each)

    for group in (law.instruments, law.countries, law.providers, law.sources, law.glossary, law.overviews):
        for pack in group.values():
            take(pack.model_dump())
    return tuple(sorted((text for text in found if len(text) > 3), key=len, reverse=True))


def _is_data(text: str, data: re.Pattern[str], titles: Sequence[str]) -> bool:
    """Whether nothing is left of the text once everything is taken away that is data, or stands in a pack."""
    if not _WORD.search(data.sub(" ", text)):
        return True
    for known in sorted((*titles, *_packs()), key=len, reverse=True):
        text = text.replace(known, " ")
    return not _WORD.search(data.sub(" ", text))


@pytest.fixture
def read():
    """`read(name, answer)` keeps what is left in English; all of it is told in the end."""
    found: dict[str, list[str]] = {}
    patterns: list[re.Pattern[str]] = []

    def take(name: str, answer: HttpResponse, data: re.Pattern[str], titles: Sequence[str] = ()) -> None:
        patterns.append(data)
        texts = left(answer.content.decode(), _NO_DATA) if answer.content else [f"leads to {answer['Location']}"]
        if texts := [text for text in texts if not _is_data(text, data, titles)]:
            found[name] = texts

    with frozen(NOW), bracketed():
        yield take
    assert patterns
    assert not found, "\n".join(f"{name}: {text}" for name, texts in found.items() for text in texts)


Read = Callable[..., None]


@pytest.fixture
def visitor() -> Client:
    browser = Client()
    browser.cookies["language"] = LANGUAGE
    return browser


def test_nothing_is_left_where_a_document_is_verified(read: Read, visitor: Client, monkeypatch: pytest.MonkeyPatch):
    data = _data(
        SEAL.signer, SEAL.issuer, SEAL.voucher, SEAL.reason, SEAL.mandate, SEAL.organisation, "Court", "Time office",
        "Time list", "GE-2026-00012", "203.0.113.7 port 443", "invoice.pdf.exe", "Chisinau", "PAdES", "unknown member",
    )  # fmt: skip
    (stamp,) = SEAL.stamps
    stamps = (
        replace(stamp, over_document=True),
        replace(stamp, holds=False),
        replace(stamp, chain=Chain.EXPIRED),
        replace(stamp, chain=Chain.UNKNOWN),
        replace(stamp, own=True),
    )
    files = tuple(Inside("invoice.pdf.exe", 2_048, sort) for sort in FileSort)
    findings = [Findings(problem, sort) for problem in Problem if problem for sort in (FileSort.TEXT, FileSort.UNKNOWN)]
    findings += [Findings(attached=attached, request="{") for attached in Attached]
    findings += [
        Findings(attached=Attached.READ, request=text) for text in ('{"a":1,"a":2}', "NaN", "[" * 50 + "]" * 50)
    ]
    findings += [Findings(seals=(replace(SEAL, chain=chain, voucher=""),)) for chain in Chain]
    findings += [Findings(seals=(replace(SEAL, after=after, revisions=2),)) for after in After]
    findings += [Findings(seals=(replace(SEAL, revocation=each),)) for each in Revocation]
    findings += [
        Findings(seals=(replace(SEAL, revocation=each, revocation_at=SEAL.claimed_at),)) for each in Revocation
    ]
    findings += [
        Findings(seals=(SEAL, replace(SEAL, signer="Court", stamps=stamps)), files=files, runs=True),
        Findings(seals=(replace(SEAL, intact=False, chain=Chain.NOT_ASKED, visible=True, location="Chisinau"),)),
        Findings(seals=(replace(SEAL, genuine=False, mandate="", reason="", proved_at="", claimed_at=""),)),
        Findings(seals=(replace(SEAL, stamps=(), proved_at="", valid_to="2026-11-25T00:00:00+00:00"),)),
    ]
    read("the form", visitor.get("/verify/"), data)
    read("no file", visitor.post("/verify/"), data)
    for number, found in enumerate(findings):
        verified = replace(judge(found, now=NOW), request=REQUEST)
        monkeypatch.setattr(verify, "verify", lambda _, shown=verified: shown)
        read(f"{number}: {found}"[:80], post(visitor), data)


def test_nothing_is_left_on_ones_account(read: Read, signed_in):
    browser = signed_in(Role.DRAFTER)
    browser.cookies["language"] = LANGUAGE
    data = _data(
        "Case system", "Phone", "Drafter", "drafter", "read", "draft", "http://testserver[^ ]*", "Bearer comity_"
    )
    read("none", browser.get("/account/tokens/"), data)
    read("password", browser.get("/account/password/"), data)
    tokens = "/account/tokens/"
    for kind, name in (("create", "Case system"), ("calendar", "Phone")):
        read(kind, browser.get(f"{tokens}{kind}/"), data)
        read(f"{kind} empty", browser.post(f"{tokens}{kind}/", {"lasts": "7"}), data)
        given = {"name": name, "lasts": "0", "scopes": ["read"]}
        read(f"{kind} made", browser.post(f"{tokens}{kind}/", given), data)
        read(f"{kind} twice", browser.post(f"{tokens}{kind}/", given), data)
    read("tokens", browser.get(tokens), data)
    wrong = {"current": "x", "password": "short", "again": "other"}
    read("wrong", browser.post("/account/password/", wrong), data)
    read("wrong too", browser.post("/account/password/", wrong | {"again": "short"}), data)


ROUTES = (
    "",
    "?from=GE&to=UA&measure=preserve&data=traffic&at=2017-06-16",
    "?from=GE&to=UA&measure=preserve&data=traffic&at=2017-06-16&why=network-ets185-29",
    "?from=GE&to=BY&measure=content&at=2020-01-01",
    "?from=GE&to=BY&measure=content&what_if=BY:ets185%3Dparty&what_if=BY:16%3Dfull&what_if=nonsense",
    "?from=GE&to=UA&measure=preserve&at=2017-06-16&what_if=UA:16%3Dfull&why=network-ets185-29",
    "?from=GE&to=GE&measure=content&at=2030-01-01",
    "?from=&to=&measure=arrest&at=x",
    "?from=XX&to=&measure=content&at=1900-01-01",
)


@pytest.mark.usefixtures("law")
def test_nothing_is_left_in_the_planner(read: Read, visitor: Client):
    data = _data()
    for address in ROUTES:
        read(address, visitor.get(f"/routes/{address}"), data)
    for address in (
        "",
        "?measure=preserve&data=traffic&at=2017-06-16",
        "?countries=FR,DE,GE,UA",
        "?countries=XX",
        "?countries=GE",
    ):
        read(f"matrix {address}", visitor.get(f"/routes/matrix/{address}"), data)


PROFILE = ("", "legal/", "authorities/", "procedures/", "practice/")
ATLAS = (
    "/atlas/",
    "/atlas/?q=zzz&at=x",
    "/atlas/?q=geo&at=2020-01-01",
    *(f"/atlas/{code}/{page}" for code in ("GE", "UA", "BY", "FR") for page in PROFILE),
    "/atlas/GE/?from=XX&at=2012-01-01",
    "/atlas/compare/",
    "/atlas/compare/?countries=GE,UA,MD,FR",
    "/atlas/compare/?countries=GE,UA,MD,FR,DE,IT,ES",
    "/atlas/instruments/",
    "/atlas/instruments/ets185/",
    "/atlas/instruments/ets185/?sort=since&at=1999-01-01",
    "/atlas/instruments/cets224/",
    "/atlas/providers/",
    "/atlas/providers/?data=traffic&q=zzz",
    "/atlas/glossary/",
    "/atlas/glossary/?q=zzz",
)


_KEPT_TRUE = ("History", "Last checked", "none of", "facts is due")
"""Said by another room, whose line stands on these pages."""


@pytest.mark.usefixtures("law")
def test_nothing_is_left_in_the_atlas(read: Read, visitor: Client):
    topics = (topic.label for topic in Topic)
    data = _data("Budapest Convention", "Yes", *topics, *_KEPT_TRUE)
    law = repository_snapshot()
    for address in (*ATLAS, *(f"/atlas/providers/{name}/" for name in list(law.providers)[:4])):
        read(address, visitor.get(address), data)


def test_nothing_is_left_on_the_pages_of_the_nodes_keepers(
    read: Read, signed_in, tmp_path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "trust").mkdir()
    browser = signed_in(Role.ADMINISTRATOR)
    browser.cookies["language"] = LANGUAGE
    data = _data(
        "lamp-lit", "comity.lamps.dim", "The lamp is broken.", "lamp:1", "Ministry of Tests", "Read out by telephone",
        "user-created", "role-granted", "signed-in", "adminis",
        "Administrator", "Test authority", "Python", "Django", "PostgreSQL",
        "CN=Test root of Georgia,O=Made-up office,C=GE",
    )  # fmt: skip
    failed = a_failed_delivery()
    monkeypatch.setattr(node, "deliveries", lambda: (failed, replace(failed, state=DeliveryState.WAITING, problem="")))
    monkeypatch.setattr(node, "failed_deliveries", lambda: 1)
    read("node", browser.get("/node/"), data)
    monkeypatch.setattr(node, "verify_chain", lambda: ChainReport(False, 2, None, sayable(_FAULT, number=3, found=4)))
    read("broken", browser.get("/node/"), data)
    monkeypatch.setattr(node, "CHECKED_UNASKED", -1)
    read("long", browser.get("/node/"), data)
    read("retry", browser.post("/node/deliveries/99/retry/", {"subscriber": "comity.lamps.dim"}, follow=True), data)
    read("words", browser.get("/node/words/"), data)
    read("noted", browser.post("/node/words/en/reviewed/", {"reviewer": ""}, follow=True), data)
    with override_settings(ENV=replace(settings.ENV, home=tmp_path)):
        read("nobody", browser.get("/node/trust/"), data)
        day = date(2026, 1, 1)
        anchor = Anchor(pki.root().der, "Ministry of Tests", tuple(Purpose), "GE", day, date(2031, 12, 31))
        held = replace(anchor, source="Read out by telephone", added_on=day)
        keep(tmp_path, (held,))
        read("trusted", browser.get("/node/trust/"), data)
        keep(tmp_path, (replace(held, valid_from=None, valid_to=None, withdrawn_on=day, withdrawn_because="Ministry"),))
        read("withdrawn", browser.get("/node/trust/"), data)


_FAULT = "Entry {number} is missing: the next one found is {found}."


@pytest.mark.usefixtures("packs")
def test_nothing_is_left_in_the_open_data(read: Read, visitor: Client):
    def change(content) -> None:
        content["powers"]["17"][0]["value"] = "partial"

    publish(change)
    number = LoadedPack.objects.get(name="countries/ua", current=True).pk
    titles = {text for pair in Passage.objects.values_list("title", "text") for text in pair}
    titles |= set(LoadedPack.objects.values_list("title", flat=True)) | set(
        LoadedPack.objects.values_list("name", flat=True)
    )
    data = _data(
        "CSV",
        "Ukraine: Article 17",
        "Partial. The slide lists the article as a gap, without saying how wide.",
        "Confidence: medium.",
        "From 2017-06-16.",
        "Partial.",
    )
    found = sorted((" ".join(text.split()) for text in titles if len(text) > 3), key=len, reverse=True)
    for address in (
        "/atlas/data/",
        "/atlas/data/countries/ua/",
        "/atlas/changes/",
        f"/atlas/changes/{number}/",
        "/atlas/search/",
        "/atlas/search/?q=zzzz",
    ):
        read(address, visitor.get(address), data, found)
