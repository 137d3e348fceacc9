"""What the library for text documents has no words for: fields, repeated header rows, descriptions of pictures."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def field(paragraph: Any, name: str) -> None:
    """A field that the reader's program fills: PAGE, NUMPAGES."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    paragraph._p.append(made)


def repeated(row: Any) -> None:
    """The row as the table's header: repeated on each page, and read aloud as such."""
    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(made)


def described(shape: Any, words: str) -> None:
    """The picture's text alternative."""
    shape._inline.docPr.set("descr", words)
