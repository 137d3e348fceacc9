"""What a file is, by what it holds. To be called in the bounded process (`process`) alone: a file may be made to
exhaust its reader.
"""

from __future__ import annotations

import json
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from comity.documents.adapters.recognition.mail import is_mail, look_into_mail
from comity.documents.adapters.recognition.office import look_into_zip
from comity.documents.adapters.recognition.paper import look_into_pdf
from comity.documents.rules.file_kind import FileKind
from comity.documents.rules.file_marks import ZIP, ending_of, harmful, is_pdf, is_text, picture, runnable_name
from comity.documents.rules.found_file import FoundFile, Obstacle, stopped

_RUN_IN_BROWSERS = {"html": "a web page (HTML)", "svg": "a drawing (SVG)", "xhtml": "a web page (XHTML)"}


def recognise(content: bytes, name: str) -> FoundFile:
    """What `content` is. `name` tells a table from other text, and what some machine would run; else it is not asked.

    Never raises for what the file holds, but MemoryError and RecursionError.
    """
    if found := harmful(content) or runnable_name(name):
        return found
    if is_pdf(content):
        return look_into_pdf(content)
    if content.startswith(ZIP):
        return look_into_zip(content)
    if kind := picture(content):
        return FoundFile(kind, 1) if _whole_picture(kind, content) else stopped(Obstacle.DAMAGED, kind.label)
    if is_mail(content):
        return look_into_mail(content)
    return _text(content, name) if is_text(content) else stopped(Obstacle.UNKNOWN)


def _whole_picture(kind: FileKind, content: bytes) -> bool:
    """Whether it ends as it should: one that was cut off, or has something hung on, does not."""
    if kind is FileKind.PNG:
        return content[12:16] == b"IHDR" and content.endswith(b"IEND\xaeB`\x82")
    return content.rstrip(b"\x00\n\r").endswith(b"\xff\xd9")


def _text(content: bytes, name: str) -> FoundFile:
    begins = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if begins.startswith((b"<!doctype html", b"<html", b"<script")):
        return stopped(Obstacle.WEB_PAGE, _RUN_IN_BROWSERS["html"])
    if begins.startswith(b"<?xml") or (begins.startswith(b"<") and ending_of(name) == "xml"):
        return _xml(content)
    if begins[:1] in {b"{", b"["} and ending_of(name) in {"", "json"}:
        return _json(content)
    return FoundFile(FileKind.CSV if ending_of(name) == "csv" else FileKind.TEXT)


def _json(content: bytes) -> FoundFile:
    try:
        json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return stopped(Obstacle.DAMAGED, FileKind.JSON.label)
    return FoundFile(FileKind.JSON)


class _Root(ContentHandler):
    """Remembers the outermost element, and nothing else however long the file is."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""

    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802, ARG002  the base class's names
        self.name = self.name or name.rpartition(":")[2].lower()


def _xml(content: bytes) -> FoundFile:
    """Entities, by which a small file unfolds to a large one or asks for others, are refused unread."""
    root = _Root()
    try:
        parseString(content, root, forbid_dtd=True)
    except DefusedXmlException:
        return stopped(Obstacle.UNFOLDS, FileKind.XML.label)
    except (SAXException, ValueError, LookupError):
        return stopped(Obstacle.DAMAGED, FileKind.XML.label)
    if root.name in _RUN_IN_BROWSERS:
        return stopped(Obstacle.WEB_PAGE, _RUN_IN_BROWSERS[root.name])
    return FoundFile(FileKind.XML)
