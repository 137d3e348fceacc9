"""The files that a PDF carries inside: names of all, content of the request's copy. Follows no reference for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

REQUEST = "request.json"
MOST = 100
_DEEPEST = 12
_LONGEST_NAME = 200


class TooMany(ValueError):
    """The file's tree of attachments has more branches than a letter's may."""


def attachments_of(reader: PdfFileReader) -> list[tuple[str, bytes]]:
    """Name and content of each file in the document's tree (ISO 32000-1, 7.11.4); content only of request.json.

    Raises TooMany for a tree too large to be a letter's.
    """
    tree = _entry(_entry(reader.root, "/Names"), "/EmbeddedFiles")
    if not isinstance(tree, DictionaryObject):
        return []
    return [_named(specification) for specification in _leaves(tree)]


def _entry(parent: Any, key: str) -> Any:
    """The entry with its reference followed (`get` would give the reference itself), or None."""
    return parent[key] if isinstance(parent, DictionaryObject) and key in parent else None


def _leaves(tree: DictionaryObject) -> Iterator[DictionaryObject]:
    """File specifications of a name tree, level by level; a tree that points back into itself runs into the bounds."""
    level, seen = [tree], 0
    for _ in range(_DEEPEST):
        below: list[DictionaryObject] = []
        for node in level:
            pairs = list(_array(node, "/Names"))
            for specification in pairs[1::2]:
                seen += 1
                if seen > MOST:
                    raise TooMany
                if isinstance(specification, DictionaryObject):
                    yield specification
            below += [kid for kid in _array(node, "/Kids") if isinstance(kid, DictionaryObject)]
        if not below:
            return
        if len(below) > MOST:
            raise TooMany
        level = below
    raise TooMany


def _array(node: DictionaryObject, key: str) -> Iterator[Any]:
    found = _entry(node, key)
    if isinstance(found, ArrayObject):
        yield from (item.get_object() for item in found)


def _named(specification: DictionaryObject) -> tuple[str, bytes]:
    name = str(_entry(specification, "/UF") or _entry(specification, "/F") or "")[:_LONGEST_NAME]
    return name, _content(specification) if name == REQUEST else b""


def _content(specification: DictionaryObject) -> bytes:
    files = _entry(specification, "/EF")
    stream = _entry(files, "/F") or _entry(files, "/UF")
    return stream.data if isinstance(stream, StreamObject) else b""
