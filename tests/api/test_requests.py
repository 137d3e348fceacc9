"""Requests through the API: drafted, read, edited and listed as on the pages, with their versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comity.casework.tests.complete import complete

from .conftest import Program, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


@pytest.fixture
def case(drafter: Program) -> str:
    return drafter.post("/cases", {"title": "Ransomware"}).json()["reference"]


def test_a_draft_is_what_was_sent(drafter: Program, case: str) -> None:
    made = drafter.post("/requests", {"kind": "preservation", "case": case, "content": complete()})
    assert made.status_code == 201, made.content
    assert made.json()["state"] == "draft"
    assert made["ETag"] == '"1"'
    read = drafter.get(made["Location"])
    assert read["ETag"] == '"1"'
    assert read.json()["content"] == complete()
    assert read.json()["requested_country"] == "UA"


def test_what_the_node_knows_of_itself_is_filled_in_when_asked(drafter: Program, case: str) -> None:
    content = {"requested_country": "UA", "requesting_person": ""}
    made = drafter.post("/requests", {"kind": "preservation", "case": case, "content": content, "prefill": True})
    found = drafter.get(made["Location"]).json()["content"]
    assert found["requesting_country"] == "GE"
    assert found["requesting_person"] == ""
    assert found["date"] == "2026-03-02"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "no-such-kind"}, "kind"),
        ({"content": {}}, "requested_country"),
        ({"content": {"requested_country": "UA", "colour": "blue"}}, "colour"),
        ({"content": {"requested_country": "UA", "summary": ["not", "text"]}}, "summary"),
    ],
)
def test_what_no_form_sends_is_refused_with_its_field(
    drafter: Program, case: str, change: dict[str, Any], field: str
) -> None:
    body = {"kind": "preservation", "case": case, "content": complete()} | change
    found = problem(drafter.post("/requests", body), 422)
    assert [error["field"] for error in found["errors"]] == [field]
    assert drafter.get("/requests").json()["items"] == []


def test_editing_needs_the_version_that_was_seen(drafter: Program, draft: Callable[..., str]) -> None:
    address = f"/requests/{draft()}"
    change = {"content": {"summary": "Another hospital."}}
    problem(drafter.patch(address, change), 428)
    problem(drafter.patch(address, change, If_Match="yesterday"), 422)
    edited = drafter.patch(address, change, If_Match='"1"')
    assert edited.json()["version"] == 2
    assert edited["ETag"] == '"2"'
    late = drafter.patch(address, {"content": {"summary": "A third."}}, If_Match='"1"')
    assert problem(late, 412)["errors"][0]["label"] == "Brief summary of the facts"
    assert late["ETag"] == '"2"'


def test_translations_are_read_and_set_apart_from_the_content(drafter: Program, draft: Callable[..., str]) -> None:
    address = f"/requests/{draft()}"
    assert drafter.get(address).json()["translations"] == {}
    texts = {"uk": {"summary": "Сервери лікарні зашифровано.", "necessity": "Єдиний слід."}}
    assert drafter.patch(address, {"content": {}, "translations": texts}, If_Match='"1"').status_code == 200
    read = drafter.get(address).json()
    assert (read["content"], read["translations"]) == (complete(), texts)
    emptied = {"content": {}, "translations": {"uk": {"necessity": None}}}
    assert drafter.patch(address, emptied, If_Match='"2"').json()["version"] == 3
    assert drafter.get(address).json()["translations"]["uk"]["summary"] == texts["uk"]["summary"]
    for beside, field in (({"tlh": {"summary": "x"}}, "summary.tlh"), ({"uk": {"court": "x"}}, "court.uk")):
        refused = drafter.patch(address, {"content": {}, "translations": beside}, If_Match='"3"')
        assert problem(refused, 422)["errors"][0]["field"] == field


def test_a_draft_begins_with_the_language_of_its_translations_as_the_second(drafter: Program, case: str) -> None:
    said = {"content": complete(), "translations": {"fr": {"summary": "Les serveurs ont été chiffrés."}}}
    made = drafter.post("/requests", {"kind": "preservation", "case": case, **said})
    assert drafter.get(made["Location"]).json()["languages"] == ["en", "fr"]


def test_the_languages_of_the_letter_are_read_and_set(drafter: Program, draft: Callable[..., str]) -> None:
    address = f"/requests/{draft()}"
    before = drafter.get(address).json()["languages"]
    assert "en" in before
    drafter.patch(address, {"content": {}, "languages": ["uk", "en"]}, If_Match='"1"')
    assert drafter.get(address).json()["languages"] == ["uk", "en"]
    drafter.patch(address, {"content": {"summary": "Another hospital."}}, If_Match='"2"')
    assert drafter.get(address).json()["languages"] == ["uk", "en"]
    refused = drafter.patch(address, {"content": {}, "languages": ["tlh"]}, If_Match='"3"')
    assert problem(refused, 422)["errors"][0]["field"] == "languages"


def test_a_list_is_read_to_its_end_by_its_next(drafter: Program, draft: Callable[..., str]) -> None:
    made = [draft() for _ in range(5)]
    seen, address = [], "/api/v1/requests?limit=2&kind=preservation"
    while address:
        page = drafter.get(address).json()
        seen += [item["reference"] for item in page["items"]]
        address = page["next"]
    assert seen == made[::-1]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"state": "draft"}, 2),
        ({"state": "sent"}, 0),
        ({"state": "open"}, 2),
        ({"mine": "true", "urgent": "true"}, 2),
        ({"text": "desk@mail.example.net"}, 2),
        ({"country": "UA"}, 1),
        ({"country": "MD"}, 1),
        ({"direction": "incoming"}, 0),
        ({"kind": "preservation"}, 2),
        ({"text": "ransom"}, 2),
        ({"changed_since": "2026-03-02T14:00:00+04:00"}, 2),
        ({"changed_since": "2026-03-02T14:00:01+04:00"}, 0),
    ],
)
def test_a_list_is_narrowed(drafter: Program, case: str, query: dict[str, str], count: int) -> None:
    for country in ("UA", "MD"):
        content = complete() | {"requested_country": country}
        drafter.post("/requests", {"kind": "preservation", "case": case, "content": content})
    assert len(drafter.get("/requests", **query).json()["items"]) == count


@pytest.mark.parametrize(
    "query",
    [{"limit": "101"}, {"limit": "0"}, {"cursor": "nonsense"}, {"state": "lost"}, {"changed_since": "yesterday"}],
)
def test_a_question_that_has_no_answer_is_refused(drafter: Program, query: dict[str, str]) -> None:
    found = problem(drafter.get("/requests", **query), 422)
    assert found["errors"][0]["field"] == next(iter(query))


def test_hidden_and_missing_sound_the_same(
    program: Callable[..., Program], draft: Callable[..., str], law: None
) -> None:
    hidden, other = draft(restricted=True), program("duty")
    for part in ("", "/gaps", "/timeline", "/chain", "/clocks", "/data", "/letter", "/steps"):
        one, two = other.get(f"/requests/{hidden}{part}"), other.get(f"/requests/GE-2026-77777{part}")
        assert problem(one, 404) == problem(two, 404)


def test_what_is_missing_is_said_with_its_article(drafter: Program, draft: Callable[..., str]) -> None:
    found = drafter.get(f"/requests/{draft(summary='')}/gaps").json()
    assert [(gap["field"], gap["article"]) for gap in found["gaps"]] == [("summary", "Article 29(2)(b)")]
    assert found["done"] == found["total"] - 1
