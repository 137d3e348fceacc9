"""Load the packs of a folder into this node: all of them, in one transaction, or none."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.actions.index_passages import index_passages
from comity.atlas.actions.offer_pack import offer_pack
from comity.atlas.models import LoadedPack, Origin, PackOffer
from comity.atlas.rules.events import PacksLoaded
from comity.atlas.rules.packs.kinds import KINDS
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.packkit.fingerprint import fingerprint
from comity.packkit.load import load_packs as validated_packs
from comity.packkit.pack import Label, Pack

RELEASE = "release"
"""Where an offer came from that the software itself ships."""


@transaction.atomic
def load_packs(folder: Path, *, actor: Actor) -> Digest:
    """Make the packs of `folder` the node's law. Returns the fingerprint of the whole set that is current afterwards.

    Packs that have not changed are left as they are. One that was edited here, or taken from its country's own node, is
    never replaced: where the folder's version is a new one, it is kept as an offer for somebody to compare. Raises
    PackProblems, with nothing loaded, where one is wrong.
    """
    packs = validated_packs(folder, KINDS)
    hold_packs()
    current = {row.name: row for row in LoadedPack.objects.select_for_update().filter(current=True)}
    own = {name for name, row in current.items() if row.origin != Origin.SHIPPED}
    changed = [pack for pack in packs if pack.name not in current or current[pack.name].digest != pack.digest]
    replacing = [pack for pack in changed if pack.name not in own]
    removed = sorted(set(current) - {pack.name for pack in packs} - own)
    if replacing or removed:
        _replace(replacing, removed)
    for pack in changed:
        if pack.name in own:
            _offer(pack, actor)
    index_passages()
    standing = LoadedPack.objects.filter(current=True).values_list("name", "digest")
    whole = fingerprint((name, Digest(digest)) for name, digest in standing)
    if replacing or removed:
        digests = {pack.name: str(pack.digest) for pack in replacing}
        event = PacksLoaded(subject="atlas:packs", fingerprint=str(whole), packs=digests, removed=tuple(removed))
        record(event, actor=actor)
    return whole


def _offer(pack: Pack, actor: Actor) -> None:
    """Keep what the folder says beside what was edited here, once a version."""
    shipped = LoadedPack.objects.filter(name=pack.name, origin=Origin.SHIPPED).order_by("-loaded_at", "-pk").first()
    known = (shipped and shipped.digest == pack.digest) or LoadedPack.objects.filter(
        name=pack.name, digest=pack.digest
    ).exists()
    if known or PackOffer.objects.filter(name=pack.name, digest=pack.digest).exists():
        return
    offer_pack(
        pack.name,
        Label(kind=pack.kind, title=pack.title, version=pack.version, floors=pack.floors),
        pack.content.model_dump(mode="json", by_alias=True),
        digest=pack.digest,
        base=shipped.digest if shipped else "",
        came_from=RELEASE,
        actor=actor,
    )


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
            floors=pack.floors,
            content=pack.content.model_dump(mode="json", by_alias=True),
            loaded_at=clock.now(),
        )
        for pack in changed
    )
