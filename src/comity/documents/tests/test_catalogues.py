"""The compiled words of a language: what they know, and what they say of what they do not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.tests.speaking import a_speaking_node, write_words
from comity.kernel.words import say, speaking


def test_a_language_says_what_it_knows_and_english_else(tmp_path: Path) -> None:
    with a_speaking_node(tmp_path), speaking(letter_words("uk")):
        assert (say("Date"), say("Fax")) == ("Дата", "Fax")
        assert say("Page {number} of {total}", number=1, total=2) == "Сторінка 1 з 2"
        assert [letter_words("uk").knows(english) for english in ("Date", "Fax")] == [True, False]


def test_a_language_without_its_file_knows_nothing(tmp_path: Path) -> None:
    with a_speaking_node(tmp_path):
        georgian = letter_words("ka")
    assert (georgian.language, georgian.message("Date"), georgian.knows("Date")) == ("ka", "Date", False)
    assert georgian.empty


def test_english_needs_no_file(tmp_path: Path) -> None:
    with a_speaking_node(tmp_path):
        assert letter_words("en").knows("whatever is said")
        assert letter_words("en").counted("one", "many", 2) == "many"


def test_a_language_that_is_none_of_the_nine_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a language of this node"):
        letter_words("../en")


def test_words_that_change_are_read_anew_and_have_another_digest(tmp_path: Path) -> None:
    with a_speaking_node(tmp_path) as frontend:
        before = letter_words("uk")
        write_words(frontend, "uk", {"Date": "День"})
        os.utime(frontend / "locale/uk/LC_MESSAGES/letters.mo", ns=(1, 1))
        after = letter_words("uk")
        assert after.message("Date") == "День"
        assert before.digest != after.digest
