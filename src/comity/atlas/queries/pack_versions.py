"""One pack as it stands here, and the versions of it that this node has had: for whoever compares or hands it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from comity.atlas.models import LoadedPack, Origin


@dataclass(frozen=True, slots=True)
class PackVersion:
    """A version, word for word. `content` is JSON as files have it."""

    name: str
    kind: str
    title: str
    version: int
    floors: Mapping[str, int]
    digest: str
    content: Mapping[str, Any]
    origin: Origin
    came_from: str
    loaded_at: datetime
    follows: str

    @property
    def edited(self) -> bool:
        return self.origin is Origin.EDITED


def current_version(name: str) -> PackVersion | None:
    """What this node works with under this name; None where there is no such pack."""
    row = LoadedPack.objects.filter(name=name, current=True).first()
    return _view(row) if row else None


def version_of(name: str, digest: str) -> PackVersion | None:
    """The version of this digest, current or not; None where this node never had it."""
    row = LoadedPack.objects.filter(name=name, digest=digest).order_by("-pk").first()
    return _view(row) if row else None


def last_before_edits(name: str) -> PackVersion | None:
    """The newest version that came from outside: what edits here started from."""
    row = LoadedPack.objects.filter(name=name).exclude(origin=Origin.EDITED).order_by("-loaded_at", "-pk").first()
    return _view(row) if row else None


def newest_from_outside(name: str) -> int:
    """The highest number of a version that came from outside; 0 where none did."""
    found = LoadedPack.objects.filter(name=name).exclude(origin=Origin.EDITED).aggregate(newest=Max("version"))
    return found["newest"] or 0


def digests_of(name: str) -> frozenset[str]:
    """The digests of every version that this node has had."""
    return frozenset(LoadedPack.objects.filter(name=name).values_list("digest", flat=True))


def _view(row: LoadedPack) -> PackVersion:
    return PackVersion(
        row.name,
        row.kind,
        row.title,
        row.version,
        row.floors,
        row.digest,
        row.content,
        Origin(row.origin),
        row.came_from,
        row.loaded_at,
        row.follows,
    )
