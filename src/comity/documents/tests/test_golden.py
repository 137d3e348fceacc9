"""Letters of every form as they were once given to it: set again, in ten years too, they have the same bytes.

The files in `golden` are never changed. One is added for each new version of a form, and for whatever a form draws that
none of them has: `_places` for signatures, `_translated` for texts that were given in both languages. A digest holds
under the locked versions of typst and of the fonts: where one of them is raised and a digest differs, look at both PDFs
before you pin.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comity.documents.adapters.signing.typeset_with_places import ROOM, typeset_with_places_again
from comity.documents.adapters.typesetting.letters import _FORMS, typeset_again
from comity.kernel.digest import Digest
from comity.kernel.languages import CODES

GOLDEN = Path(__file__).with_name("golden")
FILES = sorted(GOLDEN.glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_letter_set_again_is_the_same_letter(file: Path) -> None:
    kept = json.loads(file.read_text(encoding="utf-8"))
    if places := kept.get("places", 0):
        made = typeset_with_places_again(kept["letter"], "{}", places)
    else:
        made = typeset_again(kept["letter"], "{}")
    assert Digest.of(made) == kept["digest"], "See what this module says of digests."


def test_every_version_of_every_form_has_a_letter() -> None:
    forms = {f"{form.parent.parent.name}-{form.parent.name}" for form in _FORMS.glob("*/*/letter.typ")}
    assert forms <= {file.stem.rpartition("-")[0] for file in FILES}


def test_every_form_that_keeps_places_for_signatures_has_a_letter_with_them() -> None:
    forms = {f"{room.parent.parent.name}-{room.parent.name}" for room in _FORMS.glob("*/*/room.typ")}
    assert forms
    assert forms == {file.stem.rpartition("-")[0] for file in FILES if file.stem.endswith("_places")}


def test_every_language_stands_alone_or_beside_english() -> None:
    pairs = {file.stem.rpartition("-")[2] for file in FILES}
    assert pairs >= {"en", *(f"{code}+en" for code in CODES if code != "en")}


ROOMS = dict.fromkeys((1, 2), "7415cd3cee96a7daa266d17b107c93da42d642b0cb0fc5860dad1d819d6cec78")
"""Digests of one letter with three places for signatures, by the version of the room that it was given."""


@pytest.mark.parametrize("version", range(1, ROOM + 1))
def test_a_letter_set_again_has_the_same_places(version: int) -> None:
    kept = json.loads((GOLDEN / "request-3-ka+en.json").read_text(encoding="utf-8"))["letter"]
    kept |= {"room": version} if version > 1 else {}
    assert Digest.of(typeset_with_places_again(kept, "{}", 3)) == ROOMS[version], (
        "See what this module says of digests."
    )


def test_a_row_that_stands_in_two_columns_has_a_letter() -> None:
    kept = [json.loads(file.read_text(encoding="utf-8"))["letter"] for file in FILES if "_translated" in file.stem]
    assert any("language" in row for letter in kept for section in letter["sections"] for row in section["rows"])
    assert any("language" in row for letter in kept for party in letter["parties"] for row in party["rows"])
