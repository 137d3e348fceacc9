"""On the pages of the state of play nothing is left in English but data: measured with a bracketed language."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode
from comity.stateofplay.actions.start_assessment import start_assessment
from comity.stateofplay.queries.assessments import assessment_view
from comity.web.tests.foreign import LANGUAGE, bracketed, left
from comity.web.tests.test_state_of_play_pages import assess

__all__ = ["assess"]
pytestmark = pytest.mark.django_db

ROOM = "/state-of-play/"
GAP = f"{ROOM}amendments/GE/16/"
ONE = f"{ROOM}recommendations/tcy-mla-2014/5/GE/"
_PATTERNS = (
    r"Articles? \d[\d()a-z, ]*(?: (?:and|to) \d[\d()a-z]*)*",
    r"CETS \d+",
    r"\bB-(?:T|LT|LTA)\b|\bDOCX\b|\b(?:JSON|PDF|CSV|PPTX|Markdown)\b|\bMD\b",  # names of formats
    r"(?:First|Second|Author|Other|Editor|Auditor|Duty), (?:Georgia)?",
    r"^(?:duty|drafter|approver|editor|reviewer|programme|auditor|admin)$",  # the demonstration's cast
    r"^As law$|a law|a letter|Ministry of Justice|Draft rules|Not now",  # what was typed
    r"\d\d:\d\d UTC",
    r"24/7 point of contact \(demonstration\)",  # the node's name
    r"^Yes$|\(trial stage\)|Ratified on [\w ]+\.",  # what observers wrote
    r"\d\. [^…]+…",  # a recommendation cut off
    r"T-CY\(201\d\)1\d, [\w ]+",
)


def _texts(value: object) -> set[str]:
    """Every text of a pack, and what a list of them reads when its entries stand side by side."""
    if isinstance(value, str):
        return {" ".join(value.split())}
    if isinstance(value, dict):
        return {text for item in value.values() for text in _texts(item)}
    if isinstance(value, list | tuple):
        return {text for item in value for text in _texts(item)}
    return set()


@pytest.fixture(scope="module")
def data() -> re.Pattern[str]:
    """What packs say in their own words, and what is typed here."""
    law = repository_snapshot()
    packs = (
        *law.countries.values(),
        *law.recommendations.values(),
        *law.priorities.values(),
        *law.questionnaires.values(),
        *law.model_laws.values(),
        *law.sources.values(),
    )
    names = {"Comity", "SHA-256", "UTC"}
    for pack in packs:
        names |= _texts(pack.model_dump(mode="json"))
    for pack in law.instruments.values():
        names |= {pack.instrument.short, pack.instrument.title}
        names |= {entry.title for entry in pack.instrument.articles.values()}
    several = [name for name in names if len(name) > 3 and not re.fullmatch(r"[a-z-]+", name)]
    exact = "|".join(re.escape(name) for name in sorted(several, key=len, reverse=True))
    return re.compile("|".join((*_PATTERNS, exact)))


def _said(**changes: str) -> dict[str, str]:
    words = {"status": "under-way", "source": "a letter", "responsible": "Ministry of Justice", "due": "2026-02-01"}
    return {**words, "evidence": "", "next_step": "Draft rules", "activity": "", "version": "0", **changes}


def test_nothing_is_left_in_english(world, assess, data):
    first, second = assess(date(2025, 2, 1), level="none"), assess(date(2026, 2, 1))
    mine = start_assessment(CountryCode("UA"), "state-of-play", date(2026, 2, 3), by=world.users["editor"])
    item = assessment_view(mine).answers[0].item.id
    editor, visitor = world.editor, Client()
    editor.cookies["language"] = visitor.cookies["language"] = LANGUAGE
    public = (
        ROOM,
        f"{ROOM}?at=2018-01-01&since=2017-06-16",
        f"{ROOM}?at=2026-02-01&countries=GE",
        f"{ROOM}gaps/",
        f"{ROOM}gaps/?at=2017-06-16",
        f"{ROOM}priorities/",
        f"{ROOM}priorities/UA/",
        f"{ROOM}recommendations/",
        f"{ROOM}recommendations/due/",
        f"{ROOM}recommendations/tcy-mla-2014/",
        ONE,
        f"{ROOM}amendments/",
        GAP,
        f"{ROOM}amendments/UA/16/",
    )
    own = (
        GAP,
        f"{GAP}edit/",
        ONE,
        f"{ROOM}assessments/",
        f"{ROOM}assessments/start/",
        f"{ROOM}assessments/{first}/",
        f"{ROOM}assessments/{mine}/",
        f"{ROOM}assessments/{mine}/{item}/",
        f"{ROOM}assessments/compare/?one={first}&other={second}",
        f"{ROOM}assessments/compare/?one={first}&other={mine}",
    )
    found: dict[str, list[str]] = {}
    with bracketed():
        editor.post(ONE, _said())
        editor.post(f"{GAP}start/", {"day": "2026-01-05"})
        editor.post(f"{GAP}step/", {"state": "dropped", "day": "2026-02-01", "remark": "Not now", "version": "1"})
        editor.post(f"{GAP}start/", {"day": "2026-02-05"})
        for browser, address in (*((visitor, each) for each in public), *((editor, each) for each in own)):
            page = browser.get(address)
            assert page.content, f"{address} leads to {page['Location']}"
            if texts := left(page.content.decode(), data):
                found[address] = texts
    assert not found, "\n".join(f"{address}: {text}" for address, texts in found.items() for text in texts)


def test_nothing_is_left_in_english_where_something_is_wrong(world, data):
    editor = world.editor
    number = start_assessment(CountryCode("UA"), "state-of-play", date(2026, 2, 3), by=world.users["editor"])
    item = assessment_view(number).answers[0].item.id
    room = f"{ROOM}assessments/{number}/"
    editor.cookies["language"] = LANGUAGE
    found: dict[str, list[str]] = {}

    def read(name, answer) -> None:
        if texts := left(answer.content.decode(), data):
            found[name] = texts

    with bracketed():
        read("follow-up", editor.post(ONE, _said(source="", due="soon")))
        read("follow-up done", editor.post(ONE, _said(status="done")))
        read("follow-up too long", editor.post(ONE, _said(responsible="x" * 300)))
        read("follow-up meanwhile", editor.post(ONE, _said(version="7")))
        read("start", editor.post(f"{ROOM}assessments/start/", {"country": "UA", "as_of": "soon"}))
        again = {"country": "UA", "questionnaire": "state-of-play", "as_of": "2026-02-03"}
        read("start again", editor.post(f"{ROOM}assessments/start/", again))
        read("start later", editor.post(f"{ROOM}assessments/start/", again | {"as_of": "2030-01-01"}))
        read("answer", editor.post(f"{room}{item}/", {"value": "", "source": "", "version": "0"}))
        read("answer a law", editor.post(f"{room}{item}/", {"value": "perhaps", "source": "a law", "version": "0"}))
        read("send", editor.post(f"{room}do/send/", {"version": "1"}, follow=True))
        read("sign off", editor.post(f"{room}do/sign-off/", {"version": "1"}, follow=True))
        read("amendment", editor.post(f"{GAP}start/", {"day": "2030-01-01"}))
        editor.post(f"{GAP}start/", {"day": "2026-01-05"})
        read("amendment again", editor.post(f"{GAP}start/", {"day": "2026-01-05"}))
        read("step", editor.post(f"{GAP}step/", {"state": "dropped", "day": "2026-02-01", "version": "1"}))
        read("years", editor.get(f"{ROOM}priorities/UA/?years=12"))
        read("since", editor.get(f"{ROOM}?since=soon&countries=GE"))
        read("day", editor.get(f"{ROOM}gaps/?at=soon&countries=GE"))
    assert not found, "\n".join(f"{name}: {text}" for name, texts in found.items() for text in texts)


def test_files_are_english_whoever_asks(world, client):
    """The page that links to them is not."""
    client.cookies["language"] = LANGUAGE
    with bracketed():
        page = client.get(ROOM).content.decode()
        overview = client.get(f"{ROOM}overview.md").content.decode()
        scores = client.get(f"{ROOM}priorities/scores.csv").content.decode()
    assert "⟦" in page
    assert "⟦" not in overview + scores
    assert overview.startswith("# State of Play, 2 March 2026")
