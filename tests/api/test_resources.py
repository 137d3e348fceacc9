"""Cases, kinds, plans, identifiers and files: each resource answers what the query behind it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from comity.casework.rules.registry import kinds
from comity.casework.tests.complete import complete

from .conftest import Program, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


def test_a_case_with_its_notes_and_requests(drafter: Program) -> None:
    made = drafter.post("/cases", {"title": "Ransomware", "summary": "A hospital.", "restricted": True})
    address = made["Location"]
    note = drafter.post(f"{address}/notes", {"text": "They called."})
    assert note.status_code == 201
    drafter.post("/requests", {"kind": "preservation", "case": made.json()["reference"], "content": complete()})
    found = drafter.get(address).json()
    assert (found["title"], found["summary"], found["restricted"]) == ("Ransomware", "A hospital.", True)
    assert [note["text"] for note in found["notes"]] == ["They called."]
    assert [line["kind"] for line in found["requests"]] == ["preservation"]
    assert [told["name"] for told in found["timeline"]] == ["case-opened", "case-note-added", "request-drafted"]


def test_cases_are_listed_page_by_page(drafter: Program) -> None:
    made = [drafter.post("/cases", {"title": f"Case {number}"}).json()["reference"] for number in range(4)]
    first = drafter.get("/cases", limit=3).json()
    rest = drafter.get(first["next"]).json()
    assert [item["reference"] for item in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None
    assert [item["title"] for item in drafter.get("/cases", text="case 2").json()["items"]] == ["Case 2"]


def test_a_hidden_case_is_not_there(drafter: Program, program: Callable[..., Program]) -> None:
    hidden = drafter.post("/cases", {"title": "Hidden", "restricted": True})["Location"]
    other = program("duty")
    assert problem(other.get(hidden), 404) == problem(other.get("/cases/CASE-2026-99999"), 404)
    problem(other.post(f"{hidden}/notes", {"text": "I was here."}), 404)
    assert other.get("/cases").json()["items"] == []


def test_each_kind_is_described_for_programs(drafter: Program) -> None:
    assert {kind["name"] for kind in drafter.get("/kinds").json()} == set(kinds())
    for name, declared in kinds().items():
        found = drafter.get(f"/kinds/{name}").json()
        assert [field["name"] for field in found["fields"]] == list(declared.fields)
        for schema in ("content_schema", "attachment_schema"):
            Draft202012Validator.check_schema(found[schema])
    problem(drafter.get("/kinds/no-such-kind"), 404)


def test_what_the_schema_of_a_draft_allows_can_be_drafted(drafter: Program) -> None:
    schema = Draft202012Validator(drafter.get("/kinds/preservation").json()["content_schema"])
    assert schema.is_valid(complete())
    assert not schema.is_valid(complete() | {"colour": "blue"})
    assert not schema.is_valid(complete() | {"data": ["gossip"]})


def test_a_plan_is_the_planners(drafter: Program) -> None:
    found = drafter.get("/plan", requester="GE", requested="UA", measure="preserve", data="traffic").json()
    assert found["status"] in {"open", "conditions", "degraded", "unknown", "closed"}
    assert found["routes"][0]["steps"]
    assert found["routes"][0]["reason"]
    supposed = drafter.get("/plan", requester="GE", requested="UA", measure="preserve", what_if="UA:16=full").json()
    assert supposed["supposing"]
    problem(drafter.get("/plan", requester="GE", requested="UA", measure="preserve", what_if="nonsense"), 422)
    assert problem(drafter.get("/plan", requester="QQ", requested="UA", measure="preserve"), 422)["errors"]


def test_identifiers_are_read(drafter: Program) -> None:
    text = "203.0.113.45:51514 2026-02-27 02:14:09"
    found = drafter.post("/identify", {"text": text, "zone": "UTC+4"}).json()
    assert found["identifiers"][0]["type"] == "ip-address"
    assert problem(drafter.post("/identify", {"text": text, "zone": "Nowhere"}), 422)["errors"][0]["field"] == "zone"


def test_a_file_that_is_no_letter_gets_a_verdict_or_a_refusal(drafter: Program) -> None:
    kind = {"content_type": "application/pdf"}
    assert drafter.post("/documents/verify", b"no PDF at all", **kind).json()["verdict"] == "unreadable"
    problem(drafter.post("/documents/verify", b"%PDF", content_type="text/plain"), 415)
    problem(drafter.post("/documents/verify", b"x" * (10 * 1024 * 1024 + 1), **kind), 413)


def test_what_arrived_becomes_a_ticket_once(drafter: Program) -> None:
    body = {
        "kind": "preservation",
        "content": {"requesting_country": "UA", "summary": "A bank."},
        "received_at": "2026-03-02T13:00:00+04:00",
        "channel": "24/7 network",
        "their_reference": "UA-77",
        "case_title": "For Ukraine",
    }
    made = drafter.post("/incoming", body)
    assert (made.status_code, made.json()["state"]) == (201, "received")
    found = drafter.get(made["Location"]).json()
    assert (found["direction"], found["their_reference"]) == ("incoming", "UA-77")
    assert problem(drafter.post("/incoming", body), 422)["errors"][0]["field"] == "their_reference"
    assert drafter.post("/incoming", body | {"another": True}).status_code == 201
    future = body | {"their_reference": "UA-78", "received_at": "2026-03-03T00:00:00Z"}
    assert problem(drafter.post("/incoming", future), 422)["errors"][0]["field"] == "received_at"


def test_what_follows_is_drafted_from_what_it_follows(drafter: Program, at: Callable[..., str]) -> None:
    reference = at("ready")
    problem(drafter.post(f"/requests/{reference}/follow-ups", {"kind": "extension"}), 422)
    drafter.post(f"/requests/{reference}/sent", {"sent_on": "2026-03-02", "channel": "24/7 network"})
    assert "extension" in [choice["kind"] for choice in drafter.get(f"/requests/{reference}").json()["follow_ups"]]
    made = drafter.post(f"/requests/{reference}/follow-ups", {"kind": "extension"})
    assert made.status_code == 201
    chain = drafter.get(f"{made['Location']}/chain").json()
    assert [(link["follows"], link["depth"]) for link in chain] == [("", 0), (reference, 1)]
    assert drafter.get(f"/requests/{reference}/clocks").json()


def test_figures_are_the_pages(drafter: Program, program: Callable[..., Program]) -> None:
    assert drafter.get("/statistics", since="2026-01", until="2026-03").status_code == 200
    assert problem(drafter.get("/statistics", since="2026-03", until="2026-01"), 422)["errors"][0]["field"] == "since"
    problem(drafter.get("/statistics", since="2026-13"), 422)
    problem(program("editor").get("/statistics"), 403)
