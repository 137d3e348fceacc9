"""Letters of the third form: their words come with them, in one language or in two side by side."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from comity.documents.adapters.office.word_file import word_file
from comity.documents.adapters.typesetting.letters import given, pictures, typeset, typeset_again
from comity.documents.rules.letter import Letter, Row, Section, both
from comity.documents.rules.plain_text import plain_text
from comity.documents.rules.printable import LONGEST_LETTER, MOST_LINES, NotPrintable, check_printable
from comity.documents.tests.speaking import a_speaking_node, third


@pytest.fixture(autouse=True)
def speaking_node(tmp_path: Path) -> Iterator[Path]:
    with a_speaking_node(tmp_path) as frontend:
        yield frontend


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def languages_of(pdf: bytes) -> set[str]:
    """Every language that some text of the pages is marked with; text without a mark is in the document's own."""
    pages = [page.get_contents() for page in PdfReader(io.BytesIO(pdf)).pages]
    return {
        found.decode()
        for page in pages
        if page is not None
        for found in re.findall(rb"/Lang\((\w+)\)", page.get_data())
    }


def test_one_language_says_every_word_of_the_form_in_it(letter: Letter) -> None:
    text = words(typeset(third(letter, "uk"), b"{}"))
    assert all(said in text for said in ("1 Дата", "24 листопада 2026", "Електронний підпис", "Сторінка 1 з"))
    assert not re.search(r"\bDate\b|Electronic signature|Page 1", text)


def test_what_nobody_translated_stands_in_english(letter: Letter) -> None:
    assert "Place and date" in words(typeset(third(letter, "uk"), b"{}"))


def test_two_languages_stand_side_by_side_and_what_is_typed_once(letter: Letter) -> None:
    pdf = typeset(third(letter, "uk", "en"), b"{}")
    text = words(pdf)
    pairs = ("Дата", "Date", "Запит про збереження даних", "Data preservation request", "Запитуючий орган",
             "Requesting authority", "Дані про рух інформації", "Traffic data", "24 November 2026")  # fmt: skip
    assert [said for said in pairs if said not in text] == []
    assert "Сторінка 1 з 2 / Page 1 of 2" in text or "Сторінка 1 з 3 / Page 1 of 3" in text
    assert text.count("On 14 November 2026 between 20:05 and 20:40") == 5
    assert text.count("203.0.113.77") == 1
    assert "IP-адреса: 203.0.113.77" in text


def test_the_second_language_is_told_to_whoever_listens(letter: Letter) -> None:
    pdf = typeset(third(letter, "uk", "en"), b"{}")
    assert PdfReader(io.BytesIO(pdf)).root_object["/Lang"] == "uk"
    assert "en" in languages_of(pdf)
    assert languages_of(typeset(third(letter, "uk"), b"{}")) <= {"uk"}


def test_both_forms_of_the_third_version_look_alike(letter: Letter) -> None:
    assert words(typeset(third(letter, "en"), b"{}")) == words(typeset(third(letter, "en", kind="preservation"), b"{}"))


@pytest.mark.parametrize("kind", ["request", "preservation"])
def test_the_copy_for_machines_has_its_own_name_whichever_form(letter: Letter, kind: str) -> None:
    reader = PdfReader(io.BytesIO(typeset(third(letter, "uk", "en", kind=kind), b'{"a":1}')))
    assert dict(reader.attachments) == {"request.json": [b'{"a":1}']}


def test_a_draft_says_so_in_the_language_of_the_letter(letter: Letter) -> None:
    assert pictures(third(letter, "uk")) != pictures(third(letter, "uk"), draft=False)


def test_what_its_form_was_given_sets_a_letter_again(letter: Letter) -> None:
    for one in (letter, third(letter, "en"), third(letter, "uk", "en")):
        assert typeset_again(given(one), "{}") == typeset(one, b"{}")


@pytest.mark.parametrize(
    ("first", "second", "both_say"),
    [
        ("a", "a", "a"),
        ("a", "b", {"first": "a", "second": "b"}),
        ({"x": "a", "y": 1}, {"x": "b", "y": 1}, {"x": {"first": "a", "second": "b"}, "y": 1}),
        (["a", "b"], ("a", "c"), ["a", {"first": "b", "second": "c"}]),
    ],
)
def test_what_is_the_same_stands_once(first: Any, second: Any, both_say: Any) -> None:
    assert both(first, second) == both_say


@pytest.mark.parametrize(("first", "second"), [("a", ["a"]), (["a"], ["a", "b"]), ({"x": 1}, {"y": 1}), (True, False)])
def test_only_texts_may_differ_between_two_languages(first: Any, second: Any) -> None:
    with pytest.raises(ValueError, match="not the same letter"):
        both(first, second)


def translated(letter: Letter, *languages: str) -> Letter:
    """The letter in two languages, with a text that was given in both, and an address of the requesting side."""
    pair = third(letter, *languages)
    assert pair.beside is not None
    texts = (("Summary", "They entered the system."), ("Виклад", "Вони увійшли до системи."))
    made = []
    for one, (label, text), place in zip((pair, pair.beside), texts, ("1 Street", "вул. 1"), strict=True):
        requested, requesting = one.parties
        row = Row(label, text, "Article 29(2)(b)", language=one.language)
        where = Row("Address", place, language=one.language)
        sections = (*one.sections[:1], Section(9, "Facts", "", (row,)), *one.sections[2:])
        sides = (requested, replace(requesting, rows=(*requesting.rows, where)))
        made.append(replace(one, sections=sections, parties=sides, beside=None))
    return replace(made[0], beside=made[1])


def test_a_text_in_both_languages_stands_in_two_columns_each_in_its_own(letter: Letter) -> None:
    pair = translated(letter, "en", "uk")
    pdf = typeset(pair, b"{}")
    found = words(pdf)
    assert [said for said in ("They entered the", "Вони увійшли до", "Виклад", "вул. 1") if said not in found] == []
    assert "They entered the system. / " not in found
    assert "uk" in languages_of(pdf)
    kept = given(pair)
    assert kept["sections"][1]["rows"][0]["language"] == {"first": "en", "second": "uk"}
    assert typeset_again(kept, "{}") == pdf


def test_a_row_that_is_given_once_is_given_to_its_form_as_it_always_was(letter: Letter) -> None:
    kept = given(third(letter, "en", "uk"))
    assert not any("language" in row for section in kept["sections"] for row in section["rows"])


def test_other_forms_have_the_second_text_below_the_first_in_its_language(letter: Letter) -> None:
    pair = translated(letter, "en", "uk")
    said = plain_text(pair, draft=True)
    assert "Summary (Article 29(2)(b)): They entered the system.\nВиклад: Вони увійшли до системи." in said
    assert "Address: 1 Street\nAddress: вул. 1" in said
    document = Document(io.BytesIO(word_file(pair, draft=True)))
    runs = [run for table in document.tables for cell in table._cells for p in cell.paragraphs for run in p.runs]
    marked = {run.text for run in runs if run._r.xpath("w:rPr/w:lang[@w:val='uk']")}
    assert marked == {"Виклад", "Вони увійшли до системи.", "Address", "вул. 1"}


def test_what_is_typed_in_the_second_language_counts_as_much(letter: Letter) -> None:
    pair = translated(letter, "en", "uk")
    assert pair.beside is not None
    half = "y " * (LONGEST_LETTER // 4 + 4_000)

    def filled(one: Letter) -> Letter:
        rows = (Row("Facts", half + one.language, language=one.language),) * 2
        return replace(one, sections=(Section(9, "Facts", "", rows),))

    check_printable(replace(filled(pair), beside=None, sections=(Section(9, "Facts", "", (Row("Facts", half),)),)))
    with pytest.raises(NotPrintable, match="The letter is too long"):
        check_printable(replace(filled(pair), beside=filled(pair.beside)))


def test_so_many_lines_side_by_side_and_no_more(letter: Letter) -> None:
    pair = translated(letter, "en", "uk")
    assert pair.beside is not None

    def lined(one: Letter, rows: int) -> Letter:
        text = "\n".join("a" * MOST_LINES)
        made = (Section(9, "Facts", "", (Row("Facts", text, language=one.language),) * rows),)
        return replace(one, sections=made, parties=third(letter, one.language).parties)

    check_printable(replace(lined(pair, 1), beside=lined(pair.beside, 1)))
    with pytest.raises(NotPrintable, match="has 10,000 lines; 5,000 can be printed side by side"):
        check_printable(replace(lined(pair, 2), beside=lined(pair.beside, 2)))


def test_what_fits_in_english_fits_in_two_languages(letter: Letter) -> None:
    room = LONGEST_LETTER - sum(len(text) for _, text in third(letter, "en").texts())
    typed = Section(20, "Facts", "", tuple(Row("x" * 9, "y " * 4_995) for _ in range(room // 10_000)))
    filled = replace(letter, sections=(*letter.sections, typed))
    check_printable(third(filled, "en"))
    check_printable(third(filled, "uk", "en"))
    over = replace(filled, sections=(*filled.sections, replace(typed, rows=(*typed.rows, *typed.rows))))
    with pytest.raises(NotPrintable, match="The letter is too long"):
        check_printable(third(over, "uk", "en"))


def test_a_sign_that_no_font_has_is_named_in_the_second_language_too(letter: Letter) -> None:
    one = third(letter, "en")
    second = replace(one, sections=(Section(8, "X", "", (Row("漢", "x"),)),))
    first = replace(one, sections=(Section(8, "X", "", (Row("Y", "x"),)),), beside=second)
    with pytest.raises(NotPrintable, match=r"Section 8.*“漢”"):
        typeset(first, b"{}")
