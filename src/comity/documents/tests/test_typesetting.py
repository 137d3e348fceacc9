"""Letters in type: archival, readable aloud, in every script, and nothing that is typed is ever a command."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from pypdf import PdfReader

from comity.documents.adapters.typesetting.fonts import FontsMissing
from comity.documents.adapters.typesetting.letters import pictures, typeset
from comity.documents.adapters.typesetting.pages import page_count
from comity.documents.queries.preview import preview
from comity.documents.rules.letter import Letter, Row, Section, Tick
from comity.documents.rules.printable import NotPrintable, as_printed
from comity.kernel.clock import frozen

MARKUP = (
    '#panic("no") #let x = 1 *bold* _em_ $x^2$ `raw` <label> @ref // comment /* block */ = Heading\n'
    '- item\n+ item\n/ term: x\n\\ #eval("1") #read("/etc/passwd") #import "@preview/x:1.0.0" #sys.inputs ]}) #['
)


def words(pdf: bytes) -> str:
    """The text of all pages, lines joined."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def saying(letter: Letter, *values: str | tuple[str, ...] | tuple[Tick, ...], exact: bool = False) -> Letter:
    rows = tuple(Row("Said", value, exact=exact) for value in values)
    return replace(letter, sections=(Section(8, "Facts", "", rows),))


def test_every_script_of_the_region_is_set_and_can_be_read_out(unsigned: bytes, scripts: dict[str, str]) -> None:
    text = words(unsigned)
    for name, sentence in scripts.items():
        assert sentence in text, name


def test_the_form_stands_in_its_order(unsigned: bytes) -> None:
    text = words(unsigned)
    parts = ["1 Date", "24 November 2026", "2 Reference", "GE-2026-00012", "3 Request status", "☑ New request",
             "☐ Extension", "4 Requested authority", "Ukraine", "5 Requesting authority", "8 Data to be preserved",
             "☑ Traffic data", "☐ Content data", "Electronic signature", "Page 1 of 2"]  # fmt: skip
    assert sorted(parts[:-1], key=text.index) == parts[:-1]
    assert parts[-1] in text


def test_the_attachment_is_inside_byte_for_byte(unsigned: bytes, attachment: bytes) -> None:
    reader = PdfReader(io.BytesIO(unsigned))
    assert dict(reader.attachments) == {"request.json": [attachment]}
    specification = reader.root_object["/AF"][0].get_object()
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/EF"]["/F"]["/Subtype"] == "/application/json"


def test_it_is_archival_and_readable_aloud(unsigned: bytes) -> None:
    reader = PdfReader(io.BytesIO(unsigned))
    metadata = reader.root_object["/Metadata"].get_data().decode()
    for mark in ("<pdfaid:part>3<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"):
        assert mark in metadata
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/StructTreeRoot"]["/K"]
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.root_object["/OutputIntents"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Data preservation request GE-2026-00012"
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


def test_every_font_is_inside(unsigned: bytes) -> None:
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in PdfReader(io.BytesIO(unsigned)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & font.keys() for font in fonts)


def test_a_short_section_stays_on_one_page(letter: Letter) -> None:
    long, short = (Row("Said", "word " * 1_000),), tuple(Row(f"Row {number}", "x") for number in range(6))
    for lines in range(0, 60, 4):
        before = (*long, Row("More", "line\n" * lines + "end"))
        pdf = typeset(replace(letter, sections=(Section(8, "A", "", before), Section(9, "Z", "", short))), b"{}")
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
        assert any("9 Z" in page and "Row 0" in page and "Row 5" in page for page in pages), lines


def test_markup_is_text(letter: Letter) -> None:
    everywhere = replace(
        saying(letter, MARKUP, (MARKUP,), (Tick(True, MARKUP),)),
        title=MARKUP, subtitle=MARKUP, closing=MARKUP, letterhead=(MARKUP,), reference="#1", verify_at=MARKUP,
    )  # fmt: skip
    text = words(typeset(everywhere, b"{}"))
    assert text.count('#panic("no") #let x = 1 *bold* _em_ $x^2$ `raw` <label> @ref // comment /* block */') >= 7


def test_a_long_identifier_breaks_without_a_sign_that_was_not_typed(letter: Letter) -> None:
    address = "https://files.example/" + "0123456789abcdef" * 20
    pdf = typeset(saying(letter, (address,), exact=True), b"{}")
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert address in text.replace("\n", "")


def test_a_sign_that_no_font_has_is_named_with_its_place(letter: Letter) -> None:
    with pytest.raises(NotPrintable, match=r"^Section 8, “Said”: .* no sign for “漢” \(U\+6F22"):
        typeset(saying(letter, "suspect 漢字"), b"{}")
    with pytest.raises(NotPrintable, match="“漢”"):
        preview(saying(letter, "suspect 漢字"))


def test_what_paper_cannot_show_never_reaches_it(letter: Letter) -> None:
    for make in (lambda bad: typeset(bad, b"{}"), preview):
        with pytest.raises(NotPrintable, match="turns the direction"):
            make(saying(letter, "pay \u202egpj.exe"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "love-letter"}, "no form"),
        ({"kind": "../preservation"}, "no form"),
        ({"version": 9}, "no form"),
        ({"language": "tlh"}, "language"),
    ],
)
def test_a_form_that_is_not_there_is_said(letter: Letter, change: dict[str, object], says: str) -> None:
    with pytest.raises(NotPrintable, match=says):
        typeset(replace(letter, **change), b"{}")


def test_the_attachment_needs_a_plain_name(letter: Letter) -> None:
    with pytest.raises(NotPrintable, match="cannot name"):
        typeset(letter, b"{}", "../../request.json")


def test_the_same_letter_gives_the_same_bytes_at_any_time(letter: Letter, unsigned: bytes, attachment: bytes) -> None:
    with frozen(datetime(2036, 1, 1, tzinfo=UTC)):
        assert typeset(letter, attachment) == unsigned


def test_letters_are_set_side_by_side(letter: Letter) -> None:
    letters = [replace(letter, reference=f"GE-2026-{number:05d}") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda one: typeset(one, b"{}"), letters))
    assert [one.reference in words(pdf) for one, pdf in zip(letters, made, strict=True)] == [True] * 12


def test_pages_are_counted_and_pictured(letter: Letter, unsigned: bytes) -> None:
    shown = preview(letter)
    assert page_count(unsigned) == len(shown) == 2
    assert all(page.startswith(b"\x89PNG") for page in shown)
    assert shown != pictures(letter, draft=False)
    assert len(preview(saying(letter, "x"))) == 1


def test_without_its_fonts_a_node_sets_nothing(letter: Letter, tmp_path: Path) -> None:
    with (
        override_settings(ENV=replace(settings.ENV, frontend=tmp_path)),
        pytest.raises(FontsMissing, match="Noto Sans Georgian"),
    ):
        typeset(letter, b"{}")


@trials(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60), st.booleans())
def test_any_text_is_printed_or_refused_in_a_sentence(letter: Letter, text: str, exact: bool) -> None:
    try:
        answer = typeset(saying(letter, text, (text,), exact=exact), b"{}")[:8].decode()
    except NotPrintable as problem:
        answer = str(problem)
    assert answer.startswith(("%PDF-1.7", "Section 8, “Said”: "))


@trials(max_examples=20, deadline=None)
@given(st.text(st.sampled_from("абвїґ აბგ ԱԲ əşğ ștă ab#$*_\\\"'`<>@/[](){}=-+~ \n\t"), max_size=80))
def test_what_the_region_writes_can_be_printed_and_read_again(letter: Letter, text: str) -> None:
    # Beginning and end are held by a letter each; a reader of PDF cannot tell how many spaces there were.
    pdf = typeset(saying(letter, f"x{text}x"), b"{}")
    assert "".join(as_printed(f"x{text}x").split()) in "".join(words(pdf).split())
