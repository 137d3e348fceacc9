"""Make a new version of one pack what this node works with: edited here, or taken from the country's own node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.actions.index_passages import index_passages
from comity.atlas.models import LoadedPack, Origin
from comity.atlas.queries.soundness import sound
from comity.atlas.rules.events import PackPublished
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.packkit.pack import Label, digest_of


class ReplacedMeanwhile(Exception):
    """Another version of the pack became current since the change was made. Nothing was published."""


@transaction.atomic
def publish_pack(
    name: str,
    content: Mapping[str, Any],
    *,
    on: str,
    origin: Origin,
    came_from: str,
    why: str,
    actor: Actor,
    label: Label | None = None,
) -> Digest:
    """Replace the version whose digest is `on` by `content`. Returns the new digest; the same if nothing differs.

    `label` is that of an import; an edit keeps its pack's label and counts its version on. `on` is empty for a pack
    that comes from outside and of which there is none here. Raises ReplacedMeanwhile where `on` is no longer current,
    Unsound for what may not stand.
    """
    hold_packs()
    row = LoadedPack.objects.select_for_update().filter(name=name, current=True).first()
    if (row.digest if row else "") != on:
        raise ReplacedMeanwhile(f"{name} has changed since. Look at it as it is now, then decide again.")
    kept = Label(kind=row.kind, title=row.title, version=row.version + 1, floors=row.floors) if row else None
    label = label or kept
    if label is None:
        raise ReplacedMeanwhile(f"{name} is not here. Only what comes from outside can be the first version.")
    validated = sound(name, label.kind, content, label.floors)
    written = validated.model_dump(mode="json", by_alias=True)
    if row and label is kept and written == row.content:
        return Digest(row.digest)
    digest = digest_of(label, validated)
    LoadedPack.objects.filter(name=name, current=True).update(current=False)
    LoadedPack.objects.create(
        name=name,
        kind=label.kind,
        title=label.title,
        version=label.version,
        floors=label.floors,
        digest=digest,
        content=written,
        loaded_at=clock.now(),
        origin=origin,
        came_from=came_from,
        why=why,
        follows=on,
    )
    index_passages()
    record(
        PackPublished(subject=f"pack:{name}", pack=name, digest=str(digest), follows=on, origin=origin.value, why=why),
        actor=actor,
    )
    return digest
