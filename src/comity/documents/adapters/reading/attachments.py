"""The files that a PDF carries inside: name, size and kind of each, the content of the request's copy. Runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.misc import PdfDecodeLimitError
from pyhanko.pdf_utils.reader import PdfFileReader

from comity.documents.adapters.reading.pdf_tree import TooMany, array, entry, pages_of, tree_leaves
from comity.documents.rules.inside import FileSort, Inside
from comity.documents.rules.recognising import sort_of

REQUEST = "request.json"
MOST = 100
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A file inside; `content` is only that of request.json, and None where it was not unpacked."""

    inside: Inside
    content: bytes | None = b""


def attachments_of(reader: PdfFileReader) -> list[Found]:
    """Each file once, wherever it hangs: in the document's tree (ISO 32000-1, 7.11.4), on a page, on a note.

    Raises TooMany for more than a letter's may have.
    """
    found: dict[int, DictionaryObject] = {}
    for specification in _specifications(reader):
        found.setdefault(id(_stream(specification) or specification), specification)
        if len(found) > MOST:
            raise TooMany
    return [_found(specification) for specification in found.values()]


def _specifications(reader: PdfFileReader) -> Iterator[DictionaryObject]:
    yield from tree_leaves(entry(entry(reader.root, "/Names"), "/EmbeddedFiles"))
    yield from _dictionaries(reader.root, "/AF")
    for page in pages_of(reader):
        yield from _dictionaries(page, "/AF")
        for note in _dictionaries(page, "/Annots"):
            file = entry(note, "/FS")
            if isinstance(file, DictionaryObject):
                yield file


def _dictionaries(parent: DictionaryObject, key: str) -> Iterator[DictionaryObject]:
    return (item for item in array(parent, key) if isinstance(item, DictionaryObject))


def _stream(specification: DictionaryObject) -> StreamObject | None:
    files = entry(specification, "/EF")
    stream = entry(files, "/F") or entry(files, "/UF")
    return stream if isinstance(stream, StreamObject) else None


def _found(specification: DictionaryObject) -> Found:
    name = str(entry(specification, "/UF") or entry(specification, "/F") or "")[:_LONGEST_NAME]
    content = _content(specification)
    if content is None:
        return Found(Inside(name, -1, FileSort.UNREAD), None)
    return Found(Inside(name, len(content), sort_of(name, content)), content if name == REQUEST else b"")


def _content(specification: DictionaryObject) -> bytes | None:
    stream: Any = _stream(specification)
    if stream is None:
        return b""
    try:
        content: bytes = stream.data
    except PdfDecodeLimitError:
        return None
    except (NotImplementedError, ValueError):  # a way of packing that is not known here
        return None
    return content
