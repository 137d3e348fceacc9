"""Files to attach, made small: one of each kind that is taken, and others that must not be."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from docx import Document as WordDocument
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
MAIL = b"From: clerk@example.org\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nSubject: Order\r\n\r\nDear colleagues\r\n"


def written(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


@cache
def pdf(pages: int = 2, *, password: str = "", mark: str = "") -> bytes:
    """A PDF of blank pages; `mark` makes it another one with other bytes."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": mark or "Order"})
    if password:
        writer.encrypt(password)
    return written(writer.write)


def pdf_that_acts(action: str, **more: str) -> bytes:
    """A PDF whose opening does something: `action` by its name in ISO 32000-1, 12.6."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    told = {NameObject("/S"): NameObject(action)}
    told |= {NameObject(f"/{name}"): TextStringObject(text) for name, text in more.items()}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(told)
    return written(writer.write)


def pdf_that_carries(name: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_attachment(name, b"MZ")
    return written(writer.write)


@cache
def docx() -> bytes:
    document = WordDocument()
    document.add_paragraph("Order of the court")
    return written(document.save)


@cache
def xlsx() -> bytes:
    return written(Workbook().save)


def zipped(files: dict[str, bytes], *, onto: bytes = b"") -> bytes:
    """A ZIP file of these files, added to those that `onto` has."""
    stream = io.BytesIO(onto)
    with zipfile.ZipFile(stream, "a" if onto else "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def odt() -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})


def pdf_bomb() -> bytes:
    """A PDF whose table of contents unfolds to a hundred megabytes."""
    table = zlib.compress(bytes(100 * 1024 * 1024), 9)
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    entry = b"2 0 obj\n<</Type/XRef/Size 4/W[1 2 1]/Root 1 0 R/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream\n"
    return head + entry % (len(table), table) + b"endobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def endless_pdf() -> bytes:
    """A PDF whose table of contents claims two thousand million entries of no width."""
    table = zlib.compress(b"")
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    entry = b"2 0 obj\n<</Type/XRef/Size 2000000000/W[0 0 0]/Root 1 0 R/Filter /FlateDecode/Length %d>>\nstream\n%s\n"
    return head + entry % (len(table), table) + b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def zip_with_password() -> bytes:
    """A DOCX whose parts are marked as encrypted."""
    content = bytearray(docx())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            (flags,) = struct.unpack_from("<H", content, place + at)
            struct.pack_into("<H", content, place + at, flags | 1)
            place = content.find(mark, place + 4)
    return bytes(content)
