"""What a domain tells packkit of its packs: the name, the shape of the content, the floors, the checks across packs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from comity.packkit.reading import FactPath


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem seen across packs: the pack's name, the path inside it (file stem first), and a sentence."""

    pack: str
    path: FactPath
    sentence: str


Contents = Mapping[str, Any]
"""Validated contents by pack name, of every kind."""


def _counts_nothing(_content: Any) -> Mapping[str, int]:
    return {}


def _finds_nothing(_contents: Contents) -> Iterable[Fault]:
    return ()


@dataclass(frozen=True, slots=True)
class PackKind:
    """A kind of pack. `shape` has one field a file; `count` counts what floors are set for.

    `check` sees all packs together and yields the faults that no single pack shows.
    """

    name: str
    shape: type[BaseModel]
    count: Callable[[Any], Mapping[str, int]] = _counts_nothing
    check: Callable[[Contents], Iterable[Fault]] = _finds_nothing
