"""Where a fact stands or could stand: the name of a pack and a path in it, as people write them.

“countries/ge/powers.16.0” is the first fact on Article 16 in the pack “countries/ge”.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from comity.atlas.rules.fact import Cited
from comity.atlas.rules.facts import place_of
from comity.kernel.words import say
from comity.upkeep.rules.difference import ABSENT, Path
from comity.upkeep.rules.shape import is_piece

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Place:
    """`path` may lead to what is not there yet. `piece` is the shape of the fact there."""

    pack: str
    path: Path
    piece: type[BaseModel]

    def __str__(self) -> str:
        return place_of(self.pack, self.path)

    @property
    def within(self) -> str:
        """The path as readers see it."""
        return ".".join(map(str, self.path))


def split(written: str) -> tuple[str, tuple[str, ...]]:
    """The pack's name and the steps. Raises LookupError for what cannot be a place."""
    pack, slash, steps = written.strip().rpartition("/")
    if not slash or not steps or len(written) > LONGEST:
        raise LookupError(say("This is not the place of a fact. Write the pack and the path: countries/ge/powers.16.0"))
    return pack, tuple(steps.split("."))


def standing(pack: str, steps: Sequence[str], shape: type[BaseModel], content: Any) -> Place:
    """The place of a fact that stands in `content`. Raises LookupError, which says how far the path leads."""
    place = _place(pack, steps, shape)
    if at(content, place.path) is ABSENT:
        raise LookupError(
            say("Nothing stands at {place}. It may have been moved or removed: look at the pack.", place=place.within)
        )
    return place


def beside(pack: str, steps: Sequence[str], shape: type[BaseModel], content: Any) -> Place:
    """The place that a new fact takes: the end of the list that `steps` name or lead into, or a key that is free.

    Raises LookupError where no fact can stand, or where one stands already.
    """
    found = _resolved(shape, steps)
    if found is None:
        raise LookupError(say("No fact can be added at “{path}”.", path=".".join(steps)[:80]))
    path, annotation = found
    piece = _item_of(annotation)
    if piece is not None:
        there = at(content, path)
        return Place(pack, (*path, len(there) if isinstance(there, list) else 0), piece)
    place = _place(pack, steps, shape)
    if isinstance(place.path[-1], int):
        there = at(content, place.path[:-1])
        return Place(pack, (*place.path[:-1], len(there) if isinstance(there, list) else 0), place.piece)
    if at(content, place.path) is not ABSENT:
        raise LookupError(
            say("{place} is taken. Choose another name, or correct what stands there.", place=place.within)
        )
    return place


def at(content: Any, path: Path) -> Any:
    """What stands at the path, or ABSENT."""
    for step in path:
        if not _leads_on(content, step):
            return ABSENT
        content = content[step]
    return content


def _leads_on(content: Any, step: str | int) -> bool:
    if isinstance(content, dict):
        return isinstance(step, str) and step in content
    return isinstance(content, list) and isinstance(step, int) and 0 <= step < len(content)


def _place(pack: str, steps: Sequence[str], shape: type[BaseModel]) -> Place:
    found = _resolved(shape, steps)
    piece = found and _as_piece(found[1])
    if found is None or piece is None:
        raise LookupError(say("“{path}” is not the path of a fact in {pack}.", path=".".join(steps)[:80], pack=pack))
    return Place(pack, found[0], piece)


def _resolved(shape: Any, steps: Sequence[str]) -> tuple[Path, Any] | None:
    """The path in its types, and what the pack's shape says must stand there."""
    path: Path = ()
    for step in steps:
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            fields = {field.alias or name: field for name, field in shape.model_fields.items()}
            if step not in fields:
                return None
            shape, path = fields[step].annotation, (*path, step)
        elif get_origin(shape) is tuple:
            if not (step.isascii() and step.isdecimal() and len(step) < 6):  # noqa: PLR2004  no list is that long
                return None
            shape, path = get_args(shape)[0], (*path, int(step))
        elif isinstance(get_origin(shape), type) and issubclass(get_origin(shape), Mapping):
            if not step:
                return None
            shape, path = get_args(shape)[1], (*path, step)
        else:
            return None
    return path, shape


def _as_piece(annotation: Any) -> type[BaseModel] | None:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return None
    return annotation if issubclass(annotation, Cited) or is_piece(annotation) else None


def _item_of(annotation: Any) -> type[BaseModel] | None:
    return _as_piece(get_args(annotation)[0]) if get_origin(annotation) is tuple else None
