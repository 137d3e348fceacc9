"""What a program may send by mistake or on purpose: refused in words, with nothing kept and no memory wasted."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from comity.api.content_schema import content_schema
from comity.api.door import LARGEST_BODY
from comity.casework.rules.forged import LONGEST_TEXT
from comity.casework.rules.registry import kinds

from .conftest import Program, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"{", "line 1"),
        (b'{"title": "a', "column 11: a text that begins there has no end."),
        (b"\xff\xfe", "UTF-8"),
        (b'{"title": "a\\u0000b"}', "NUL"),
        (b'{"title": "a\\ud800b"}', "half of a pair"),
        (b'{"title": NaN}', "NaN"),
        (b'{"title": 1e999}', "1e999"),
        (b'{"title": ' + b"9" * 5000 + b"}", "digits"),
        (b'{"title": "one", "title": "two"}', "twice"),
        (b'{"title": ' + b"[" * 30 + b"]" * 30 + b"}", "deep"),
        (b"[" * 200_000, "deep"),
        (b'{"a\\u0000": 1}', "NUL"),
    ],
)
def test_what_is_not_good_json_is_said(drafter: Program, body: bytes, word: str) -> None:
    found = problem(drafter.post("/cases", body), 400)
    assert found["type"] == "urn:comity:problem:unreadable"
    assert word in found["detail"]
    assert drafter.get("/cases").json()["items"] == []


def test_another_type_than_json_is_not_read(drafter: Program) -> None:
    refused = drafter.post("/cases", b"title=Ransomware", content_type="application/x-www-form-urlencoded")
    assert problem(refused, 415)["type"] == "urn:comity:problem:media"


def test_fifty_megabytes_are_refused_before_they_are_read(drafter: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.http.HttpRequest.body", property(lambda _: pytest.fail("The body was read.")))
    refused = drafter.post("/cases", b"x" * (50 * 1024 * 1024))
    assert str(LARGEST_BODY) in problem(refused, 413)["detail"]


def test_what_comes_in_chunks_is_asked_for_at_once(drafter: Program) -> None:
    refused = drafter.post("/cases", {"title": "Mine"}, Transfer_Encoding="chunked")
    assert problem(refused, 411)["type"] == "urn:comity:problem:length"


def test_a_question_that_a_list_does_not_know_is_refused(drafter: Program) -> None:
    found = problem(drafter.get("/requests", q="hospital"), 422)
    assert found["errors"][0]["field"] == "q"
    assert "limit" in found["detail"]
    assert "none" in problem(drafter.get("/me", q="hospital"), 422)["detail"]
    assert drafter.get("/requests", limit=5).status_code == 200


def test_a_long_text_is_refused_with_its_length(drafter: Program) -> None:
    case = drafter.post("/cases", {"title": "Long"}).json()["reference"]
    content = {"requested_country": "UA", "summary": "x" * (LONGEST_TEXT + 1)}
    found = problem(drafter.post("/requests", {"kind": "preservation", "case": case, "content": content}), 422)
    assert found["errors"][0]["field"] == "summary"
    assert "Shorten" in found["errors"][0]["sentence"]


@pytest.mark.parametrize("content", [None, [], "text", 7, {"requested_country": {"a": 1}}, {"": ""}, {"data": [[]]}])
def test_forged_content_is_refused(drafter: Program, content: Any) -> None:
    case = drafter.post("/cases", {"title": "Forged"}).json()["reference"]
    problem(drafter.post("/requests", {"kind": "preservation", "case": case, "content": content}), 422)


def test_an_address_that_is_not_there_is_a_problem_too(drafter: Program) -> None:
    for path in ("/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/cases", "/api/v1/cases/", "/api/v1/nothing"):
        problem(drafter.get(path), 404)
    problem(drafter.get("/requests/GE%00"), 404)
    problem(drafter.get("/requests", text="a\x00b"), 400)


def test_a_method_that_does_nothing_says_what_would(drafter: Program) -> None:
    refused = drafter.patch("/cases", {})
    problem(refused, 405)
    assert refused["Allow"] == "GET, POST"


def test_a_failure_of_ours_tells_nothing_of_the_inside(drafter: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr("comity.api.resources.cases.case_feed", fail)
    found = problem(drafter.get("/cases"), 500)
    assert "inside" not in json.dumps(found)


def test_each_kind_says_what_a_draft_may_hold() -> None:
    for kind in kinds().values():
        assert set(content_schema(kind)["properties"]) == set(kind.fields)
