"""What a pack would become by changes that were made of one of its versions: put on the current one, and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.atlas.models import LoadedPack
from comity.atlas.queries.soundness import sound
from comity.kernel.words import say
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.rebasing import rebased
from comity.upkeep.rules.refusal import NotNow


@dataclass(frozen=True, slots=True)
class Outcome:
    """`content` is the whole pack as it would stand in place of the version `on`; `moved`: that is not the one the
    changes were made of."""

    content: Any
    on: str
    moved: bool


def outcome(pack: str, base: str, changes: Sequence[Change]) -> Outcome:
    """Raises NotNow where the pack or the version is gone, TouchedByBoth, Unsound."""
    current = current_version(pack)
    began = current if current.digest == base else version(pack, base)
    content = rebased(changes, began.content, current.content)
    sound(pack, current.kind, content, current.floors)
    return Outcome(content, current.digest, current.digest != base)


def current_version(pack: str) -> LoadedPack:
    """The version that the node works with. Raises NotNow."""
    row = LoadedPack.objects.filter(name=pack, current=True).first()
    if row is None:
        raise NotNow(say("This node works with no pack named “{pack}”.", pack=pack[:80]))
    return row


def version(pack: str, digest: str) -> LoadedPack:
    """One version by its digest. Raises NotNow."""
    row = LoadedPack.objects.filter(name=pack, digest=digest).order_by("-pk").first()
    if row is None:
        raise NotNow(
            say("This node has never had that version of {pack}. Look at the page as it is now.", pack=pack[:80])
        )
    return row
