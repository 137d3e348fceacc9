"""The facts of a pack, each with its path: file's stem first, then keys and positions, as `comity pack explain` counts.

Finds them, and marks each with its place; judges none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from comity.atlas.rules.fact import Cited
from comity.packkit.reading import FactPath


def facts(content: Any) -> Iterator[tuple[FactPath, Cited]]:
    """Every fact of a validated content, in its order. A fact holds no further facts."""
    return _below(content, ())


def _below(value: Any, path: FactPath) -> Iterator[tuple[FactPath, Cited]]:
    if isinstance(value, Cited):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _below(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _below(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _below(item, (*path, number))


def place_of(pack: str, path: FactPath) -> str:
    """As people write it: “countries/ge/powers.16.0”."""
    return f"{pack}/{'.'.join(map(str, path))}" if path else pack


def with_places(pack: str, content: BaseModel) -> BaseModel:
    """The same content, whose facts know their place from now on."""
    for path, fact in facts(content):
        fact.__dict__["place"] = place_of(pack, path)
    return content
