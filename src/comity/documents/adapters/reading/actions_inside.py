"""Whether a PDF holds something that its viewer may run: scripts, and orders to start a program. Runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

from comity.documents.adapters.reading.pdf_tree import array, entry, pages_of

_RUNS = {"/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute"}
_LONGEST_CHAIN = 20


def runs_something(reader: PdfFileReader) -> bool:
    """Looks where actions are started: on opening, on a page, on a note, in a form. Raises TooMany."""
    if entry(entry(reader.root, "/Names"), "/JavaScript") is not None:
        return True
    return any(_runs(action) for holder in _holders(reader) for action in _actions(holder))


def _holders(reader: PdfFileReader) -> Iterator[Any]:
    yield reader.root
    yield from array(entry(reader.root, "/AcroForm"), "/Fields")
    for page in pages_of(reader):
        yield page
        yield from array(page, "/Annots")


def _actions(holder: Any) -> Iterator[Any]:
    yield entry(holder, "/OpenAction")
    yield entry(holder, "/A")
    on_events = entry(holder, "/AA")
    if isinstance(on_events, DictionaryObject):
        yield from (on_events[event] for event in on_events)


def _runs(action: Any) -> bool:
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(action, DictionaryObject):
            return False
        if str(entry(action, "/S")) in _RUNS or "/JS" in action:
            return True
        action = entry(action, "/Next")
    return True  # a chain without an end is nothing that a letter has
