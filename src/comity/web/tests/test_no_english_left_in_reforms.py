"""On the pages of reforms nothing is left in English but data: measured with a bracketed language."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from comity.kernel.clock import frozen
from comity.people.rules.roles import Role
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_reform_pages import RATIFIES, UKRAINE

ROOM = "/state-of-play/reforms/"
JUNE = {"at": "2017-06-16"}
CHOSEN = UKRAINE
BELARUS = JUNE | {"reform": ["BY:ets185=party", "UA:18=partial", "MD:19=none", "GE:cets224=party"]}
SUPPOSED = RATIFIES | {"countries": "AM,AZ,BY,GE,MD,UA,HU,JP,RS"}
STANDINGS = JUNE | {
    "reform": ["BY:ets185=signatory", "UA:ets185=none", "GE:ets185=suspended", "UA:reciprocity=none", "MD:18=none"]
}


@pytest.fixture(autouse=True)
def _visitors(law, monkeypatch):
    for page in ("reforms", "ranking"):
        monkeypatch.setattr(f"comity.web.pages.stateofplay.{page}.node_snapshot", lambda: law)
    with frozen(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def data(law) -> re.Pattern[str]:
    """Names that instruments have, and how reforms are written."""
    names = {"Comity", "UTC"}
    for pack in law.instruments.values():
        names |= {pack.instrument.short, pack.instrument.short.lower(), pack.instrument.title}
    exact = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"{exact}|\b(?:JSON|Markdown)\b|24/7 point of contact \(demonstration\)|Duty-officer, Georgia")


def _read(browser: Client, data: re.Pattern[str], asked: list[tuple[str, dict]]) -> None:
    browser.cookies["language"] = LANGUAGE
    found: dict[str, list[str]] = {}
    with bracketed():
        for address, query in asked:
            page = browser.get(address, query).content.decode()
            assert page.count("⟦") == page.count("⟧"), "A sentence was cut, and hides what comes after it."
            if texts := left(page, data):
                found[f"{address} {query}"] = texts
    assert not found, "\n".join(f"{address}: {text}" for address, texts in found.items() for text in texts)


def test_nothing_is_left_in_english(client, data):
    asks = [JUNE, CHOSEN, BELARUS, RATIFIES, SUPPOSED, STANDINGS, {"reform": "cets224=in-force"}]
    _read(client, data, [(ROOM, asked) for asked in asks])


def test_nothing_is_left_in_english_of_rankings(client, data):
    ranked = (
        JUNE,
        {},
        JUNE | {"country": "UA"},
        {"country": "AM"},
        {"country": "BY", "countries": "BY,HU,JP,RS", "reform": "cets224=in-force"},
    )
    _read(client, data, [(f"{ROOM}ranking/", asked) for asked in ranked])


def test_nothing_is_left_in_english_where_something_is_wrong(client, data):
    wrong = {"reform": ["UA:16=most", "UA:99=full", "FR:16=full"], "at": "yesterday", "countries": "GE,XX,UA"}
    many = {"countries": "AM,AZ,BY,GE,MD,UA,HU,JP,RS,FR,DE,IT,ES,PT"}
    more = {"reform": ["nonsense", "reciprocity=in-force", *(f"UA:{n}=full" for n in range(20, 34))]}
    asked = [(ROOM, wrong), (ROOM, many), (ROOM, more)]
    _read(client, data, [*asked, *((f"{ROOM}ranking/", {"country": code}) for code in ("XX", "FR"))])


@pytest.mark.django_db
def test_where_weights_come_from_is_said(signed_in, data):
    _read(signed_in(Role.DUTY_OFFICER), data, [(ROOM, CHOSEN), (f"{ROOM}ranking/", JUNE)])


def test_files_are_english_whoever_asks(client):
    client.cookies["language"] = LANGUAGE
    with bracketed():
        assert "⟦" in client.get(ROOM, CHOSEN).content.decode()
        for form in ("json", "csv", "md"):
            assert "⟦" not in client.get(ROOM, CHOSEN | {"format": form}).content.decode()
            assert "⟦" not in client.get(f"{ROOM}ranking/", JUNE | {"format": form}).content.decode()
        text = client.get(ROOM, CHOSEN | {"format": "md"}).content.decode()
    assert text.startswith("# Of 450 measures between six countries, these two reforms improve 8")
