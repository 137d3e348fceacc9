"""Files that hold a table: what is read of them, what is refused as a whole, and that size costs no memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from comity.people.rules.refusal import Refused
from comity.programme.adapters.sheets.opening import open_sheet
from comity.programme.adapters.sheets.template import table_csv, template_csv, template_xlsx
from comity.programme.rules.importing.activities import ACTIVITIES
from comity.programme.rules.importing.checking import check
from comity.programme.rules.importing.declaration import Beside
from comity.programme.rules.importing.limits import COLUMNS, LARGEST, LOOKED_AT, ROWS
from comity.programme.rules.importing.sheet import Sheet, Uncertain, as_text

MB = 1024 * 1024
BESIDE = Beside(date(2017, 10, 2), date(2015, 5, 1), {})
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: Iterable[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_part(name: str, chunks: Iterable[bytes], *, without: str = SHEET) -> bytes:
    """A workbook with one part written anew, chunk by chunk: small in the archive, however large it unpacks."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["code"]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != without:
                new.writestr(part, old.read(part))
        with new.open(name, "w") as file:
            for chunk in chunks:
                file.write(chunk)
    return made.getvalue()


def sheet_xml(given: Iterable[str]) -> Iterable[bytes]:
    rows = iter(given)
    yield b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    for batch in iter(lambda: "".join(islice(rows, 1000)), ""):
        yield batch.encode()
    yield b"</sheetData></worksheet>"


def cells(sheet: Sheet) -> list[tuple[object, ...]]:
    return [sheet.header.cells, *(row.cells for row in sheet.rows)]


def refused(name: str, content: bytes) -> str:
    with pytest.raises(Refused) as problem:
        open_sheet(name, content)
    assert problem.value.field == "file"
    return problem.value.sentence


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_csv_is_read_however_it_is_divided(divider: str) -> None:
    text = divider.join(("code", "title")) + "\r\n\r\n" + divider.join(("a", '"two\nlines; and, ""more"""')) + "\r\n"
    sheet = open_sheet("table.csv", b"\xef\xbb\xbf" + text.encode())
    assert cells(sheet) == [("code", "title"), ("a", 'two\nlines; and, "more"')]
    assert sheet.rows[0].number == 3


def test_what_begins_like_a_formula_is_text_and_comes_back_as_it_was() -> None:
    said = ["=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "plain"]
    written = table_csv([["code"] * len(said), said])
    assert b"'=1+1" in written
    assert cells(open_sheet("table.csv", written))[1] == tuple(said)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\r\n\r\n", "table is empty"),
        ("a.csv", "größe".encode("latin-1"), "Line 1 is not in UTF-8"),
        ("a.csv", "code".encode("utf-16"), "in UTF-16"),
        ("a.csv", b"code\x00", "bytes that no text has"),
        ("a.csv", b'code\n"a"b\n', "Row 2 cannot be read"),
        ("a.csv", b'code\n"' + b"x" * 200_000 + b'"', "Row 2 cannot be read"),
        ("a.csv", b"x" * (LARGEST + 1), "more than 5 MB"),
        ("a.csv", b"code\n" + b"a\n" * (ROWS + 1), "more than 5,000 rows"),
        ("a.csv", b"code" + b"," * COLUMNS + b"x", "BI1 is beyond the 60 columns"),
        ("a.xlsx", b"code", "no workbook, whatever its name"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "old Excel file"),
        ("a.xlsx", b"PK\x03\x04rest", "cannot be read"),
        ("a.xlsx", workbook(), "table is empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(name: str, content: bytes, said: str) -> None:
    assert said in refused(name, content)


def test_five_thousand_rows_fit() -> None:
    assert len(open_sheet("a.csv", b"code\n" + b"a\n" * ROWS).rows) == ROWS


def test_a_workbook_has_numbers_days_and_text_and_no_formula_is_worked_out() -> None:
    half_past = datetime(2017, 6, 1, 9, 30)  # noqa: DTZ001  a spreadsheet knows no zones
    sheet = open_sheet(
        "a.xlsx",
        workbook(["code", "n"], [date(2017, 6, 1), 3], [], [half_past, 0.5], ["=1+1", True]),
    )
    first, second, third = sheet.rows
    assert (first.cells, second.cells) == ((date(2017, 6, 1), Decimal(3)), (date(2017, 6, 1), Decimal("0.5")))
    assert second.number == 4
    assert isinstance(third.cells[0], Uncertain)
    assert third.cells[1] is True


def test_a_formula_stands_for_what_its_program_kept() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>=2+2</t></is></c></row>',
        '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c></row><row r="5"><c r="A5" t="e"><v>#N/A</v></c></row>',
    )
    sheet = open_sheet("a.xlsx", with_part(SHEET, sheet_xml(rows)))
    assert [(row.number, row.cells[0]) for row in sheet.rows[:2]] == [(2, "=2+2"), (4, Decimal(2))]
    assert "error of the spreadsheet" in sheet.rows[2].cells[0].sentence


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((f"<row><c><v>{number}</v></c></row>" for number in range(1_000_000)), "more than 5,000 rows"),
        ((f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(1, 1_000_001)), "unpacks to"),
        (("<row>" if not n else "<c/>" if n < 1_000_000 else "</row>" for n in range(1_000_001)), "more cells than"),
        (('<row r="1048576"><c><v>1</v></c></row>',), f"the first {LOOKED_AT:,} are looked at"),
        (('<row r="1"><c r="XFD1"><v>1</v></c></row>',), "column 16384 of row 1"),
    ],
)
def test_a_workbook_of_a_million_is_refused_without_being_held(rows: Iterable[str], said: str) -> None:
    content = with_part(SHEET, sheet_xml(rows))
    assert len(content) < LARGEST
    tracemalloc.start()
    try:
        assert said in refused("a.xlsx", content)
        assert tracemalloc.get_traced_memory()[1] < 8 * MB
    finally:
        tracemalloc.stop()


def test_empty_rows_do_not_go_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.programme.adapters.sheets.archive.ELEMENTS", 10_000)
    assert "holds too much" in refused("a.xlsx", with_part(SHEET, sheet_xml("<row/>" for _ in range(20_000))))


def test_a_part_of_another_name_hides_nothing() -> None:
    rows = sheet_xml(f"<row><c><v>{number}</v></c></row>" for number in range(ROWS + 2))
    assert "more than 5,000 rows" in refused("a.xlsx", with_part("xl/media/picture.png", rows, without=""))


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    content = with_part("xl/media/zeros.bin", (bytes(MB) for _ in range(40)))
    assert len(content) < MB
    assert "unpacks to 40 MB" in refused("a.xlsx", content)


def test_entities_are_not_opened() -> None:
    bomb = (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',)
    assert "declares entities" in refused("a.xlsx", with_part(SHEET, bomb))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_is_understood_but_for_its_example(form: str) -> None:
    content = template_csv(ACTIVITIES) if form == "csv" else template_xlsx(ACTIVITIES)
    sheet = open_sheet(f"a.{form}", content)
    assert [as_text(cell) for cell in sheet.header.cells] == [column.name for column in ACTIVITIES.columns]
    found = check(sheet, ACTIVITIES, BESIDE)
    assert [problem.cell for problem in found.problems] == ["A2"]
    assert "example of the template" in found.problems[0].sentence


TEMPLATE = template_xlsx(ACTIVITIES)


def read_or_said(name: str, content: bytes) -> None:
    """Nothing but Refused, with a sentence, may come of it."""
    try:
        sheet = open_sheet(name, content)
    except Refused as problem:
        said = problem.sentence
    else:
        check(sheet, ACTIVITIES, BESIDE)
        said = "Read."
    assert said.endswith(".")


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_whatever_the_bytes_a_sheet_or_a_sentence_comes_of_them(content: bytes) -> None:
    read_or_said("a.csv", content)


@given(st.lists(st.tuples(st.integers(0, len(TEMPLATE) - 1), st.integers(0, 255)), max_size=8))
def test_a_damaged_workbook_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    content = bytearray(TEMPLATE)
    for place, byte in damage:
        content[place] = byte
    read_or_said("a.xlsx", bytes(content))
