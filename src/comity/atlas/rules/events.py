"""What happens in the atlas and is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class PacksLoaded(Event):
    """The node changed the law it works with; `packs` maps each changed pack's name to its new digest."""

    name: ClassVar[str] = "packs-loaded"

    fingerprint: str
    packs: dict[str, str]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PackPublished(Event):
    """A new version of one pack became what the node works with: edited here, or taken from a country's own node."""

    name: ClassVar[str] = "pack-published"

    pack: str
    digest: str
    follows: str
    origin: str
    why: str


@dataclass(frozen=True, kw_only=True)
class PackOffered(Event):
    """A version came from outside and differs from what was edited here: it waits until somebody has compared them."""

    name: ClassVar[str] = "pack-offered"

    pack: str
    digest: str
    came_from: str
