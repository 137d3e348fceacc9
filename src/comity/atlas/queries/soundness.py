"""Whether a pack's content, changed here or come from outside, may stand beside all the others that are loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from comity.atlas.models import LoadedPack
from comity.atlas.rules.packs.kinds import KINDS
from comity.packkit.kind import PackKind
from comity.packkit.load import in_words
from comity.packkit.reading import FactPath

_BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at `path` (the file's stem first), in a sentence; in another `pack`, where the change breaks it."""

    pack: str
    path: FactPath
    sentence: str


class Unsound(ValueError):
    """The content cannot be published; `wrongs` says all that is wrong with it."""

    def __init__(self, wrongs: tuple[Wrong, ...]) -> None:
        super().__init__(" ".join(f"{'.'.join(map(str, wrong.path))}: {wrong.sentence}" for wrong in wrongs))
        self.wrongs = wrongs


def sound(name: str, kind: str, content: Mapping[str, Any], floors: Mapping[str, int]) -> BaseModel:
    """The validated content. Raises Unsound: alone, by its floors, or together with every other current pack."""
    declared = _BY_NAME.get(kind)
    if declared is None:
        raise Unsound((Wrong(name, ("kind",), f"“{kind}” is not a kind of pack that this node knows."),))
    try:
        validated = declared.shape.model_validate(content)
    except ValidationError as error:
        raise Unsound(tuple(Wrong(name, tuple(item["loc"]), in_words(item)) for item in error.errors())) from error
    wrongs = (*_floors(name, declared, validated, floors), *_together(name, validated))
    if wrongs:
        raise Unsound(wrongs)
    return validated


def _floors(name: str, kind: PackKind, content: BaseModel, floors: Mapping[str, int]) -> Iterator[Wrong]:
    counts = kind.count(content)
    for what, floor in floors.items():
        if counts.get(what, 0) < floor:
            sentence = f"It would hold {counts.get(what, 0)} {what}, and must hold at least {floor}."
            yield Wrong(name, (what,), sentence)


def _together(name: str, content: BaseModel) -> Iterator[Wrong]:
    rows = LoadedPack.objects.filter(current=True).exclude(name=name)
    contents = {row.name: _BY_NAME[row.kind].shape.model_validate(row.content) for row in rows if row.kind in _BY_NAME}
    for kind in KINDS:
        for fault in kind.check({**contents, name: content}):
            yield Wrong(fault.pack, fault.path, fault.sentence)
