"""The files that translators work on: a template, catalogues in step with it, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.documents.adapters.words.word_files import OTHERS, Coverage, WordFiles, Wording

FILES = WordFiles("letters", "What letters say.\nWritten by a program.")
WORDS = (
    Wording("Date", notes=("every letter: date",)),
    Wording("Article {number}", files=("rules/articles.py",)),
    Wording(("{count} day", "{count} days")),
    Wording("Held", context="a meeting"),
    Wording("Held", context="data", notes=tuple(f"label: kind {number}" for number in range(5))),
)
TEMPLATE = FILES.template(WORDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    FILES.write(tmp_path, TEMPLATE)
    return tmp_path


def translate(folder: Path, english: str, words: str, *, before: str = "") -> None:
    """Write Ukrainian words for a text, as an editor of such files would."""
    file, asked = folder / "uk" / "letters.po", f'msgid "{english}"\nmsgstr ""'
    text = file.read_text("utf-8")
    assert text.count(asked) == 1
    file.write_text(text.replace(asked, f'{before}msgid "{english}"\nmsgstr "{words}"'), "utf-8")


def test_the_template_gives_each_text_with_where_it_stands(folder: Path) -> None:
    text = (folder / "letters.pot").read_text("utf-8")
    assert text.startswith("# What letters say.\n# Written by a program.\n")
    assert '#. every letter: date\nmsgid "Date"' in text
    assert "#: rules/articles.py" in text
    assert '#. and 2 more\nmsgctxt "data"\nmsgid "Held"' in text
    assert 'msgctxt "a meeting"\nmsgid "Held"' in text


def test_new_catalogues_lack_everything_and_have_nothing_wrong(folder: Path) -> None:
    assert {file.parent.name for file in folder.glob("*/letters.po")} == set(OTHERS)
    assert FILES.coverage(folder, "uk", TEMPLATE) == Coverage("uk", 0, 5)
    assert "nplurals=3" in (folder / "uk" / "letters.po").read_text("utf-8")
    assert not list(FILES.troubles(folder, TEMPLATE))


def test_a_language_without_a_catalogue_has_nothing_translated_and_nothing_wrong(folder: Path) -> None:
    (folder / "uk" / "letters.po").unlink()
    assert FILES.coverage(folder, "uk", TEMPLATE) == Coverage("uk", 0, 5)
    assert not list(FILES.troubles(folder, TEMPLATE))


def test_what_is_translated_is_counted_and_kept(folder: Path) -> None:
    translate(folder, "Date", "Дата")
    translate(folder, "Article {number}", "Стаття {number}")
    assert FILES.coverage(folder, "uk", TEMPLATE) == Coverage("uk", 2, 5)
    before = (folder / "uk" / "letters.po").read_bytes()
    FILES.write(folder, TEMPLATE)
    assert (folder / "uk" / "letters.po").read_bytes() == before


def test_a_changed_template_keeps_translations_and_guesses_none(folder: Path) -> None:
    translate(folder, "Date", "Дата")
    translate(folder, "Article {number}", "Стаття {number}")
    later = FILES.template([Wording("Dates"), Wording("Article {number}")])
    FILES.write(folder, later)
    text = (folder / "uk" / "letters.po").read_text("utf-8")
    assert '#~ msgstr "Дата"' in text
    assert "fuzzy" not in text
    assert FILES.coverage(folder, "uk", later) == Coverage("uk", 1, 2)


@pytest.mark.parametrize(
    ("english", "words", "says"),
    [
        ("Article {number}", "Стаття", "has not the places and tags of “Article {number}”: {number}"),
        ("Article {number}", "Стаття {nomer}", "has not the places and tags"),
        ("Date", "Дата {number}", "has not the places and tags of “Date”: none"),
        ("Date", "<b>Дата", "has not the places and tags"),
        ("Date", " Дата", "begins or ends with white space"),
    ],
)
def test_a_translation_that_would_break_a_letter_is_named(folder: Path, english: str, words: str, says: str) -> None:
    translate(folder, english, words)
    (told,) = FILES.troubles(folder, TEMPLATE)
    assert told.startswith("uk/letters.po: ")
    assert says in told


def test_files_out_of_step_are_named_with_what_to_do(folder: Path) -> None:
    told = list(FILES.troubles(folder, FILES.template([Wording("Date"), Wording("Time")])))
    assert told[0] == "letters.pot is out of step with what is said. Run “comity words letters --write”."
    assert "uk/letters.po: 1 texts are missing, 4 are no longer said. Run “comity words letters --write”." in told


def test_a_guess_is_named_and_does_not_count(folder: Path) -> None:
    translate(folder, "Date", "Дата", before="#, fuzzy\n")
    assert any("fuzzy" in sentence for sentence in FILES.troubles(folder, TEMPLATE))
    assert FILES.coverage(folder, "uk", TEMPLATE).translated == 0
