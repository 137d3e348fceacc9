"""The facts of one pack, each with its path and what it says in short, in the order of the pack's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.atlas.models import LoadedPack
from comity.atlas.rules.facts import facts, place_of
from comity.atlas.rules.packs.kinds import KINDS
from comity.upkeep.rules.difference import Path
from comity.upkeep.rules.naming import name_of_fact
from comity.upkeep.rules.place import at
from comity.upkeep.rules.refusal import NotFound
from comity.upkeep.rules.staleness import is_due
from comity.upkeep.rules.wording import in_words

_SAYING = ("value", "says", "title", "label")
_SHAPES = {kind.name: kind.shape for kind in KINDS}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in a list."""

    place: str
    path: str
    name: str
    says: str
    checked: date
    due: bool


@dataclass(frozen=True, slots=True)
class PackFacts:
    pack: str
    title: str
    lines: tuple[FactLine, ...]


def pack_facts(pack: str, day: date) -> PackFacts:
    """Raises NotFound for a pack that the node does not work with."""
    row = LoadedPack.objects.filter(name=pack, current=True).first()
    if row is None or row.kind not in _SHAPES:
        raise NotFound("pack")
    lines = []
    for path, fact in facts(_SHAPES[row.kind].model_validate(row.content)):
        written = at(row.content, path)
        says = ": ".join(filter(None, (_whose(row.content, path), _said(written))))
        name = name_of_fact(row.kind, row.content, path, written)
        way = ".".join(map(str, path))
        lines.append(FactLine(place_of(pack, path), way, name, says, fact.checked, is_due(fact, day)))
    return PackFacts(pack, row.title, tuple(lines))


def _said(written: Mapping[str, Any]) -> str:
    return next((in_words(written[key]) for key in _SAYING if written.get(key) is not None), "")


def _whose(content: Any, path: Path) -> str:
    """The name of the record of a list that holds the fact: an authority's, for what it is competent for."""
    records = (at(content, path[:end]) for end in range(len(path) - 1, 0, -1) if isinstance(path[end - 1], int))
    return next((record["name"] for record in records if isinstance(record, dict) and "name" in record), "")
