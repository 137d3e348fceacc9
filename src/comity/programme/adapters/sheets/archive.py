"""Looking into a workbook before it is opened: how large it unpacks, how many rows and elements it holds. Builds no
tree, so that the memory needed does not grow with the file."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from xml.parsers import expat

from comity.people.rules.refusal import Refused
from comity.programme.adapters.sheets.collecting import TOO_MANY_ROWS
from comity.programme.rules.importing.limits import COLUMNS, LOOKED_AT, ROWS, UNPACKED

MEMBERS = 500
ELEMENTS = 1_500_000
"""Elements of all parts: 5,000 full rows have less than half of it."""
IN_A_ROW = 16_384
"""Cells that a spreadsheet's row has at most."""
DIGITS = 9
"""Of the number of a row: more are no number of a row."""
MOST_LETTERS = 3
"""Of a column's name."""
_CHUNK = 64 * 1024
_CONTENT = frozenset({"v", "is", "f"})
BROKEN = "This workbook cannot be read. Open it in a spreadsheet program and save it anew as XLSX, or as CSV."
_BROKEN_PARTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    expat.ExpatError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    KeyError,
)


def expect_bounded(content: bytes) -> None:
    """Raises Refused for an archive that is no workbook, unpacks to too much, or has too many rows.

    No part is unpacked beyond the size that the archive states for it, and the statements are added up first.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _expect_small(archive)
            looking = _Looking()
            for part in archive.infolist():
                with archive.open(part) as file, _leniently(part.filename):
                    looking.through(file)
    except Refused:
        raise
    except _BROKEN_PARTS:
        raise Refused("file", BROKEN) from None


def _expect_small(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if "[Content_Types].xml" not in archive.namelist():
        raise Refused("file", "This archive is no XLSX workbook. Save the table as XLSX, or as CSV.")
    size = sum(part.file_size for part in parts)
    if size > UNPACKED or len(parts) > MEMBERS:
        raise Refused(
            "file",
            f"This workbook unpacks to {size / 1024 / 1024:,.0f} MB in {len(parts):,} parts; "
            f"{UNPACKED // 1024 // 1024} MB and {ROWS:,} rows fit. Divide it into several.",
        )


@contextmanager
def _leniently(name: str) -> Iterator[None]:
    """Pictures and settings of printers are no XML, which their first bytes tell. A part of any name can be used as a
    sheet, so what can be read of it counts: whatever reads it later stumbles at the same place."""
    try:
        yield
    except expat.ExpatError:
        if name.lower().endswith((".xml", ".rels")):
            raise


class _Looking:
    """Counts over all parts; refuses as soon as it is too much."""

    def __init__(self) -> None:
        self._elements = 0

    def through(self, file: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        self._rows = self._at = self._cells = self._column = 0
        self._counted = False
        parser.StartElementHandler = self._element
        parser.StartDoctypeDeclHandler = _no_doctype
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > ELEMENTS:
            raise Refused("file", f"This workbook holds too much: {ROWS:,} rows fit. Divide it into several files.")
        plain = name.rpartition(" ")[2]
        if plain == "row":
            given = attributes.get("r", "")
            self._at = int(given) if given.isdecimal() and len(given) <= DIGITS else self._at + 1
            self._cells, self._column, self._counted = 0, 0, False
        elif plain == "c":
            self._cells += 1
            self._column = _column(attributes.get("r", "")) or self._column + 1
            if self._cells > IN_A_ROW:
                raise Refused("file", f"Row {self._at:,} has more cells than a spreadsheet's row. Save it anew.")
        elif plain in _CONTENT and self._at:
            self._content()

    def _content(self) -> None:
        """Something stands in the cell that was begun last."""
        if self._column > COLUMNS:
            raise Refused(
                "file",
                f"Something stands in column {self._column} of row {self._at:,}; {COLUMNS} columns fit. "
                "Keep the table in a workbook of its own.",
            )
        if not self._counted:
            self._counted = True
            self._rows += 1
            if self._rows > ROWS + 1:
                raise Refused("file", TOO_MANY_ROWS)
            if self._at > LOOKED_AT:
                raise Refused(
                    "file", f"Row {self._at:,} holds something; the first {LOOKED_AT:,} are looked at. Move it up."
                )


def _column(reference: str) -> int:
    """Counted from one, of a reference like “C7”; nothing where there is none."""
    found = 0
    for letter in reference[:MOST_LETTERS]:
        if not "A" <= letter <= "Z":
            break
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def _no_doctype(*_: object) -> None:
    raise Refused("file", "This workbook declares entities, which no spreadsheet program writes. It is not opened.")
