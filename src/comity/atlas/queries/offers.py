"""Versions from outside that wait to be compared with what stands here, and those that were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.atlas.models import PackOffer


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer, with its content as JSON. `base` is the digest of what both sides started from, empty if not known."""

    number: int
    name: str
    kind: str
    title: str
    version: int
    floors: Mapping[str, int]
    digest: str
    content: Mapping[str, Any]
    base: str
    came_from: str
    received_at: datetime
    decided_at: datetime | None
    decided_by: str
    taken: bool


def offer(number: int) -> Offer | None:
    row = PackOffer.objects.filter(pk=number).first()
    return _view(row) if row else None


def offer_of(name: str, digest: str) -> Offer | None:
    """The last offer of this very version of a pack, whether decided or not."""
    row = PackOffer.objects.filter(name=name, digest=digest).order_by("-pk").first()
    return _view(row) if row else None


def offers(*, decided: bool, most: int = 100) -> list[Offer]:
    """Offers that wait, the oldest first; or those decided, the newest first."""
    order = "-decided_at" if decided else "received_at"
    rows = PackOffer.objects.filter(decided_at__isnull=not decided).defer("content").order_by(order, "pk")[:most]
    return [_view(row, whole=False) for row in rows]


def _view(row: PackOffer, *, whole: bool = True) -> Offer:
    return Offer(
        row.pk,
        row.name,
        row.kind,
        row.title,
        row.version,
        row.floors,
        row.digest,
        row.content if whole else {},
        row.base,
        row.came_from,
        row.received_at,
        row.decided_at,
        row.decided_by,
        row.taken,
    )
