"""Walks through a stranger's PDF, level by level: follows references, and nothing for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

DEEPEST = 30
MOST_NODES = 5_000


class TooMany(ValueError):
    """A tree has more branches, or is deeper, than a letter's may be."""


def entry(parent: Any, key: str) -> Any:
    """The entry with its reference followed (`get` would give the reference itself), or None."""
    return parent[key] if isinstance(parent, DictionaryObject) and key in parent else None


def array(node: Any, key: str) -> Iterator[Any]:
    """The items of the array at `key`, references followed; nothing where there is none."""
    found = entry(node, key)
    if isinstance(found, ArrayObject):
        yield from (item.get_object() for item in found)


def tree_leaves(tree: Any) -> Iterator[DictionaryObject]:
    """The values of a name tree that are dictionaries. Raises TooMany."""
    for node in _nodes(tree):
        for value in list(array(node, "/Names"))[1::2]:
            if isinstance(value, DictionaryObject):
                yield value


def pages_of(reader: PdfFileReader) -> Iterator[DictionaryObject]:
    """The pages, as far as they are dictionaries. Raises TooMany."""
    return (node for node in _nodes(entry(reader.root, "/Pages")) if "/Kids" not in node)


def _nodes(tree: Any) -> Iterator[DictionaryObject]:
    """Every node of a tree of `/Kids`; one that points back into itself runs into the bounds."""
    level = [tree] if isinstance(tree, DictionaryObject) else []
    seen = 0
    for _ in range(DEEPEST):
        if not level:
            return
        seen += len(level)
        if seen > MOST_NODES:
            raise TooMany
        yield from level
        level = [kid for node in level for kid in array(node, "/Kids") if isinstance(kid, DictionaryObject)]
    if level:
        raise TooMany
