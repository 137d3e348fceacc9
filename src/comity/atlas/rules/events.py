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
