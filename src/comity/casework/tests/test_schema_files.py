"""The schemas as they are published: every kind and version has one, and what is sent fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from comity.casework.rules.arrival.copy import copy_of
from comity.casework.rules.attachment import attachment
from comity.casework.rules.declaration import Kind
from comity.casework.rules.registry import kinds
from comity.casework.rules.schema_files import INDEX, schema_file, schema_files
from comity.casework.tests.complete import complete_of

DOCS = Path(__file__).resolve().parents[4] / "docs" / "reference"
PINNED, PAGE = DOCS / "schemas" / "request", DOCS / "request-json.md"
REFERENCE = "GE-2026-00012"
EVERY = [(kind, version) for kind in kinds().values() for version in range(1, kind.letter_version + 1)]

every_version = pytest.mark.parametrize(("kind", "version"), EVERY, ids=[f"{kind.name}-{n}" for kind, n in EVERY])


def validator(kind: str, version: int) -> jsonschema.Draft202012Validator:
    rules = json.loads(schema_file(kind, version) or "")
    jsonschema.Draft202012Validator.check_schema(rules)
    return jsonschema.Draft202012Validator(rules)


def test_what_is_pinned_is_what_is_published() -> None:
    pinned = {str(path.relative_to(PINNED)): path.read_text("utf-8") for path in PINNED.rglob("*.json")}
    assert pinned == dict(schema_files()), "Run “comity request schema”, and look at what changed."


def test_the_index_names_every_file() -> None:
    files = dict(schema_files())
    listed = json.loads(files.pop(INDEX))["schemas"]
    assert {one["file"] for one in listed} == files.keys()
    assert len({json.loads(text)["$id"] for text in files.values()}) == len(files)


@every_version
def test_what_is_sent_fits_its_own_schema_and_that_of_any(kind: Kind, version: int) -> None:
    plain = attachment(kind, REFERENCE, complete_of(kind), version=version)
    assert list(validator(kind.name, version).iter_errors(plain)) == []
    assert list(validator("any", 1).iter_errors(plain)) == []
    other = attachment(kind, REFERENCE, complete_of(kind), version=version + 1)
    assert not validator(kind.name, version).is_valid(other)


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"language": "ka", "pages": 2, "translation": {"of": "letter", "state": "ordered"}}, True),
        ({"sha256": "A" * 64}, False),
        ({"size": 0}, False),
        ({"number": 0}, False),
        ({"media_type": "pdf"}, False),
        ({"name": ""}, False),
    ],
)
def test_attachments_may_be_listed(change: dict[str, Any], fits: bool) -> None:
    listed = {
        "number": 1,
        "title": "Order",
        "name": "order.pdf",
        "kind": "court-order",
        "media_type": "application/pdf",
        "size": 3,
        "sha256": "0" * 64,
    }
    for kind, version in (*EVERY[:2], (kinds()["preservation"], 2)):
        plain = attachment(kind, REFERENCE, complete_of(kind), version=version) | {"attachments": [listed | change]}
        assert validator(kind.name, version).is_valid(plain) is fits
        assert validator("any", 1).is_valid(plain) is fits


def test_the_documented_example_fits_and_is_read() -> None:
    example = json.loads(PAGE.read_text("utf-8").partition("```json\n")[2].partition("```")[0])
    about = example["comity"]
    assert list(validator(about["kind"], about["version"]).iter_errors(example)) == []
    copy = copy_of(example)
    assert (copy.sentences, copy.content) == ((), example["content"])


@pytest.mark.parametrize(("kind", "version"), [("preservation", 0), ("preservation", 99), ("hearing", 1), ("any", 2)])
def test_there_is_no_other(kind: str, version: int) -> None:
    assert schema_file(kind, version) is None
