"""The sorts of file that may go along with a letter: papers, pictures, tables, data and mail. Opens none."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from comity.kernel.sayable import sayable
from comity.kernel.words import noted

_OPEN_XML = "application/vnd.openxmlformats-officedocument"


class FileKind(StrEnum):
    """A sort of file, by what it holds and not by its name."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpeg"
    TEXT = "txt"
    CSV = "csv"
    JSON = "json"
    XML = "xml"
    MAIL = "eml"

    @property
    def label(self) -> str:
        return _ABOUT[self].label

    @property
    def media(self) -> str:
        """The media type (IANA)."""
        return _ABOUT[self].media

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of such files end, the usual one first. Empty for what may end in anything: plain text."""
        return _ABOUT[self].endings


class _About(NamedTuple):
    label: str
    media: str
    endings: tuple[str, ...]


_ABOUT = {
    FileKind.PDF: _About("PDF", "application/pdf", ("pdf",)),
    FileKind.DOCX: _About(noted("Word document"), f"{_OPEN_XML}.wordprocessingml.document", ("docx",)),
    FileKind.ODT: _About(noted("OpenDocument text"), "application/vnd.oasis.opendocument.text", ("odt",)),
    FileKind.XLSX: _About(noted("Excel table"), f"{_OPEN_XML}.spreadsheetml.sheet", ("xlsx",)),
    FileKind.PNG: _About(noted("Picture (PNG)"), "image/png", ("png",)),
    FileKind.JPEG: _About(noted("Picture (JPEG)"), "image/jpeg", ("jpg", "jpeg")),
    FileKind.TEXT: _About(noted("Plain text"), "text/plain", ("txt", "log", "text", "md")),
    FileKind.CSV: _About(noted("Table as text (CSV)"), "text/csv", ("csv",)),
    FileKind.JSON: _About(noted("Data (JSON)"), "application/json", ("json",)),
    FileKind.XML: _About(noted("Data (XML)"), "application/xml", ("xml",)),
    FileKind.MAIL: _About(noted("E-mail"), "message/rfc822", ("eml",)),
}

TAKEN = sayable("PDF, DOCX, ODT, XLSX, PNG, JPEG, plain text, CSV, JSON, XML and e-mail (EML)")
"""Those kinds, for sentences."""


def media_label(media: str) -> str:
    """The words for a media type; the type itself where it is none of these."""
    return next((kind.label for kind in FileKind if kind.media == media), media)
