"""Letters without a signature, to edit and to read on a phone: they say what the letter says, in its order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from comity.documents.queries.letter_files import as_text, as_word
from comity.documents.rules.letter import Letter, Row, Section
from comity.documents.rules.outline import outline
from comity.documents.rules.printable import NotPrintable
from comity.documents.tests.speaking import a_speaking_node, third, write_words


@pytest.fixture(scope="module")
def document(letter: Letter) -> Any:
    return Document(BytesIO(as_word(letter, draft=True)))


def _cells(document: Any) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_headings_stand_in_the_order_of_the_letter(document: Any, letter: Letter) -> None:
    styled = [(one.style.name, one.text) for one in document.paragraphs if one.style.name in {"Title", "Heading 1"}]
    assert styled == [
        ("Title", "Data preservation request"),
        ("Heading 1", "4 Requested authority"),
        ("Heading 1", "5 Requesting authority"),
        ("Heading 1", "8 Data to be preserved"),
        ("Heading 1", "9 Facts"),
        ("Heading 1", "10 In other words"),
    ]
    assert [part.heading for part in outline(letter, draft=True).parts] == [text for _, text in styled[1:]]


@pytest.mark.parametrize("draft", [True, False])
def test_whatever_the_letter_says_stands_in_both(letter: Letter, draft: bool) -> None:
    letter = replace(letter, verify_at="https://node.example/verify/")
    found = Document(BytesIO(as_word(letter, draft=draft)))
    in_word = "\n".join([*(one.text for one in found.paragraphs), *_cells(found)])
    in_text = as_text(letter, draft=draft)
    for place, text in letter.texts():
        assert text in in_word, place
        assert text in in_text, place


def test_of_two_languages_both_stand_in_both_and_what_is_typed_once(letter: Letter, tmp_path: Path) -> None:
    with a_speaking_node(tmp_path):
        two = third(letter, "uk", "en")
    found = Document(BytesIO(as_word(two, draft=False)))
    in_word = "\n".join([*(one.text for one in found.paragraphs), *_cells(found)])
    in_text = as_text(two, draft=False)
    for said in (
        "Запит про збереження даних / Data preservation request",
        "5 Запитуючий орган / Requesting authority",
        "1 Дата / Date",
        "24 листопада 2026",
        "24 November 2026",
        "Дані про рух інформації / Traffic data",
    ):
        assert said in in_word
        assert said in in_text
    assert in_word.count("203.0.113.77") == in_text.count("203.0.113.77") == 1


def test_a_copy_says_what_it_is_in_the_language_of_its_letter(letter: Letter, tmp_path: Path) -> None:
    known = {
        "A copy of a signed letter, without its signature. What counts is the signed PDF.": "Копія",
        "Page {number} of {total}": "Сторінка {number} з {total}",
        "Field": "Поле",
    }
    with a_speaking_node(tmp_path) as frontend:
        write_words(frontend, "uk", known)
        one = third(letter, "uk")
    assert as_text(one, draft=False).startswith("Копія\n")
    page = Document(BytesIO(as_word(one, draft=False)))
    assert page.sections[0].header.paragraphs[0].text == "Копія"
    assert page.sections[0].footer.paragraphs[0].text.startswith("GE-2026-00012 – Сторінка ")
    assert "Поле" in _cells(page)


def test_rows_are_tables_with_a_marked_head(document: Any) -> None:
    for table in document.tables:
        assert table.style.name == "Table Grid"
        assert [cell.text for cell in table.rows[0].cells] == ["Field", "What the letter says"]
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert "☑ Traffic data" in "\n".join(_cells(document))
    assert "☐ Content data" in "\n".join(_cells(document))


def test_lists_are_lists_and_identifiers_have_a_style_of_their_own(letter: Letter) -> None:
    rows = (Row("Given", ("One", "Two")), Row("Identifiers", ("203.0.113.77",), exact=True))
    made = Document(BytesIO(as_word(replace(letter, sections=(Section(8, "Data", "", rows),)), draft=True)))
    styles = {one.text: one.style.name for table in made.tables for cell in table._cells for one in cell.paragraphs}
    assert (styles["One"], styles["Two"], styles["203.0.113.77"]) == ("List Bullet", "List Bullet", "Exact")


def test_header_and_footer_say_what_it_is_and_count_pages(letter: Letter, document: Any) -> None:
    page = document.sections[0]
    assert page.header.paragraphs[0].text == "DRAFT: nobody has signed this letter."
    foot = page.footer.paragraphs[0]
    assert foot.text.startswith("GE-2026-00012")
    assert [one.get(qn("w:instr")) for one in foot._p.findall(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    signed = Document(BytesIO(as_word(letter, draft=False)))
    assert "without its signature" in signed.sections[0].header.paragraphs[0].text


def test_it_names_its_language_its_title_and_no_other_day_than_its_own(document: Any) -> None:
    language = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en"
    own = document.core_properties
    assert (own.title, own.language) == ("Data preservation request GE-2026-00012", "en")
    assert own.created == datetime(2026, 11, 24, tzinfo=UTC)


def test_there_is_nothing_in_it_to_run(letter: Letter) -> None:
    names = ZipFile(BytesIO(as_word(letter, draft=True))).namelist()
    assert not [
        name for name in names if "vba" in name.lower() or "external" in name.lower() or "embed" in name.lower()
    ]


def test_the_text_has_labels_values_and_boxes(letter: Letter) -> None:
    lines = as_text(letter, draft=True).splitlines()
    assert lines[0] == "DRAFT: nobody has signed this letter."
    parts = ["1 Date: 24 November 2026", "2 Reference / case number: GE-2026-00012", "[x] New request",
             "4 Requested authority", "Ukraine", "8 Data to be preserved", "[x] Traffic data", "[ ] Content data",
             "Location: –", "9 Facts", "For the requesting authority:", "Place and date: Tbilisi, 24 November 2026",
             ]  # fmt: skip
    assert sorted(parts, key=lines.index) == parts
    assert not any("|" in line or "\t" in line for line in lines)


@pytest.mark.parametrize("make", [as_word, as_text])
def test_what_no_paper_shows_is_refused_with_its_place(letter: Letter, make: Any) -> None:
    with pytest.raises(NotPrintable, match="Section 9, “Summary”: the text has a control character"):
        make(replace(letter, sections=(Section(9, "Facts", "", (Row("Summary", "a\x07"),)),)), draft=True)


def test_an_article_that_all_rows_share_stands_once(letter: Letter) -> None:
    rows = (Row("One", "1", "Article 29"), Row("Two", "2", "Article 29"))
    told = outline(replace(letter, sections=(Section(8, "Data", "", rows),)), draft=True)
    assert told.parts[-1].notes == ("Article 29",)
    assert [row.note for row in told.parts[-1].rows] == ["", ""]


def test_the_form_s_words_stand_in_the_letter_s_language(letter: Letter) -> None:
    own = (("date", "Дата"), ("day", "24 листопада 2026 р."), ("signed_for", "За запитуючий орган"))
    told = outline(replace(letter, version=3, language="uk", words=own), draft=True)
    assert (told.head[0].label, told.head[0].value) == ("1 Дата", "24 листопада 2026 р.")
    assert told.head[1].label == "2 Reference / case number"
    assert told.end[0].label == "За запитуючий орган"
