"""Which packs this node has loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.atlas.models import LoadedPack


@dataclass(frozen=True, slots=True)
class PackView:
    """A loaded pack as a page shows it."""

    name: str
    kind: str
    title: str
    version: int
    digest: str
    loaded_at: datetime


def current_packs() -> list[PackView]:
    rows = LoadedPack.objects.filter(current=True).order_by("name")
    return [PackView(r.name, r.kind, r.title, r.version, r.digest, r.loaded_at) for r in rows]
