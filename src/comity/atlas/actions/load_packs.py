"""Load the packs of a folder into this node: all of them, in one transaction, or none."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from comity.atlas.models import LoadedPack
from comity.atlas.rules.events import PacksLoaded
from comity.atlas.rules.packs.kinds import KINDS
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.packkit.fingerprint import fingerprint
from comity.packkit.load import load_packs as validated_packs
from comity.packkit.pack import Pack


@transaction.atomic
def load_packs(folder: Path, *, actor: Actor) -> Digest:
    """Make the packs of `folder` the node's law. Returns the fingerprint of the whole set.

    Packs that have not changed are left as they are. Raises PackProblems, with nothing loaded, where one is wrong.
    """
    packs = validated_packs(folder, KINDS)
    current = {row.name: row for row in LoadedPack.objects.select_for_update().filter(current=True)}
    changed = [pack for pack in packs if pack.name not in current or current[pack.name].digest != pack.digest]
    removed = sorted(set(current) - {pack.name for pack in packs})
    whole = fingerprint((pack.name, pack.digest) for pack in packs)
    if changed or removed:
        _replace(changed, removed)
        digests = {pack.name: str(pack.digest) for pack in changed}
        event = PacksLoaded(subject="atlas:packs", fingerprint=str(whole), packs=digests, removed=tuple(removed))
        record(event, actor=actor)
    return whole


def _replace(changed: list[Pack], removed: list[str]) -> None:
    names = [*removed, *(pack.name for pack in changed)]
    LoadedPack.objects.filter(current=True, name__in=names).update(current=False)
    LoadedPack.objects.bulk_create(
        LoadedPack(
            name=pack.name,
            kind=pack.kind,
            title=pack.title,
            version=pack.version,
            digest=pack.digest,
            content=pack.content.model_dump(mode="json", by_alias=True),
            loaded_at=clock.now(),
        )
        for pack in changed
    )
