"""A fact that somebody wants to change: what stands at its place, in which version, and what a form must ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from comity.atlas.models import LoadedPack
from comity.atlas.rules.packs.kinds import KINDS
from comity.kernel.words import say
from comity.upkeep.rules.difference import ABSENT
from comity.upkeep.rules.naming import name_of_fact
from comity.upkeep.rules.place import Place, at, beside, split, standing
from comity.upkeep.rules.shape import FieldShape, shape_of

_SHAPES = {kind.name: kind.shape for kind in KINDS}


@dataclass(frozen=True, slots=True)
class FactAt:
    """`name` says in words what the fact is of; empty for one to be added. `before` is what stands there as the pack
    has it; ABSENT where something is to be added. `whole` is all that the pack says, so that an action sees what an
    added list must begin with."""

    place: Place
    title: str
    name: str
    base: str
    before: Any
    shapes: tuple[FieldShape, ...]
    whole: Any


def fact_at(written: str, *, adding: bool = False, base: str = "") -> FactAt:
    """The fact at a place such as “countries/ge/powers.16.0”, or the place beside it where one can be added; in the
    version whose digest is `base`, else the current one.

    Raises LookupError, with a sentence, where there is none.
    """
    pack, steps = split(written)
    chosen = {"digest": base} if base else {"current": True}
    row = LoadedPack.objects.filter(name=pack, **chosen).order_by("-pk").first()
    if row is None or row.kind not in _SHAPES:
        raise LookupError(say("This node works with no pack named “{pack}”.", pack=pack[:80]))
    find = beside if adding else standing
    place = find(pack, steps, _SHAPES[row.kind], row.content)
    before = ABSENT if adding else at(row.content, place.path)
    name = "" if adding else name_of_fact(row.kind, row.content, place.path, before)
    return FactAt(place, row.title, name, row.digest, before, shape_of(place.piece), row.content)
