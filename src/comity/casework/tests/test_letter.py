"""One declaration gives the letter, the attachment and its schema."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.letter import NOT_YET, NOTHING_SAID, letter, signatory
from comity.casework.rules.registry import kind
from comity.casework.rules.schema import schema
from comity.casework.tests.complete import TODAY, complete, complete_of
from comity.documents.rules.letter import Letter, Tick
from comity.documents.rules.printable import check_printable

KIND = kind("preservation")
REFERENCE = "GE-2026-00012"


def _letter(content: dict[str, Any]) -> Letter:
    return letter(KIND, REFERENCE, content, today=TODAY, signatory=signatory("Approver, Georgia", content))


def test_everything_said_stands_on_the_letter_in_the_order_of_the_form() -> None:
    paper = _letter(complete())
    text = "\n".join(words for _, words in paper.texts())
    for name, value in complete().items():
        if isinstance(value, str) and KIND.fields[name].shape not in {"country", "date", "choice"}:
            assert value in text, name
    assert [section.number for section in paper.sections] == [str(number) for number in range(6, 19)]
    assert [party.number for party in paper.parties] == ["4", "5"]
    assert (paper.parties[0].name, paper.parties[0].country) == ("Cyber Police Department", "Ukraine")
    assert (paper.parties[1].name, paper.parties[1].country) == ("24/7 point of contact", "Georgia")
    assert paper.date == date(2026, 3, 2)
    assert [tick.chosen for tick in paper.status] == [False, True]
    assert {row.label for row in paper.status_rows} >= {
        "Case number of the investigation",
        "Date of the previous request",
    }
    check_printable(paper)


def test_ticks_show_what_was_not_chosen_too() -> None:
    rows = {row.label: row for section in _letter(complete()).sections for row in section.rows}
    data = rows["Data to be preserved"].value
    assert data == (
        Tick(True, "Subscriber information"),
        Tick(True, "Traffic data"),
        Tick(False, "Content data"),
    )
    assert rows["Identifiers"].exact


def test_an_empty_draft_gives_a_letter_with_dashes() -> None:
    paper = _letter({})
    check_printable(paper)
    assert paper.parties[0].name == NOT_YET
    assert paper.date == TODAY
    values = [row.value for section in paper.sections for row in section.rows]
    assert NOT_YET in values
    assert {section.number for section in paper.sections if section.note == NOTHING_SAID} == {"6", "8"}


def test_what_rests_on_another_treaty_names_it_and_cites_no_article_of_the_form() -> None:
    declared = kind("mla-subscriber")
    content = complete_of(declared)
    paper = letter(declared, REFERENCE, content, today=TODAY, signatory=signatory("", content))
    assert paper.subtitle == f"On the basis of: {content['treaty_named']}"
    assert not any(row.note for section in paper.sections for row in section.rows)
    content["treaty_differs"] = False
    paper = letter(declared, REFERENCE, content, today=TODAY, signatory=signatory("", content))
    assert paper.subtitle == declared.subtitle
    assert "Article 27(8)" in {row.note for section in paper.sections for row in section.rows}


@pytest.mark.parametrize("content", [complete(), complete() | {"status": "new", "urgency": "routine"}])
def test_the_attachment_is_canonical_and_names_its_form(content: dict[str, Any]) -> None:
    plain = attachment(KIND, REFERENCE, content)
    assert plain["comity"] == {"schema": "request", "kind": "preservation", "version": 3}
    assert attachment(KIND, REFERENCE, content, version=1)["comity"]["version"] == 1
    assert json.loads(attachment_bytes(KIND, REFERENCE, content)) == plain
    first = plain["content"]["identifiers"][0]
    assert first["text"] == "203.0.113.45:51514 2026-02-27 02:14:09 UTC+4"
    assert first["identifiers"][0]["type"] == "ip-address"


def test_the_schema_accepts_what_is_sent_and_refuses_what_is_not() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    rules = schema(KIND)
    jsonschema.Draft202012Validator.check_schema(rules)
    validator = jsonschema.Draft202012Validator(rules)
    plain = attachment(KIND, REFERENCE, complete())
    assert list(validator.iter_errors(plain)) == []
    for name in plain["content"]:
        without = {key: value for key, value in plain["content"].items() if key != name}
        errors = list(validator.iter_errors(plain | {"content": without}))
        assert bool(errors) == KIND.fields[name].requirement.applies(complete()), name
    assert list(validator.iter_errors(plain | {"content": plain["content"] | {"approved_by": "me"}}))


def test_the_schema_names_every_field_with_its_article() -> None:
    properties = schema(KIND)["properties"]["content"]["properties"]
    assert list(properties) == list(KIND.fields)
    assert all(spec.article in properties[spec.name]["description"] for spec in KIND)
