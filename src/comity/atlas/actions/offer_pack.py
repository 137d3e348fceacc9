"""Keep a version that came from outside beside what stands here, until somebody has compared the two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.atlas.models import PackOffer
from comity.atlas.rules.events import PackOffered
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.packkit.pack import Label


def offer_pack(
    name: str,
    label: Label,
    content: Mapping[str, Any],
    *,
    digest: Digest,
    base: str,
    came_from: str,
    actor: Actor,
) -> int:
    """Returns the offer's number. Offers of the same origin that nobody has decided give way to it. Call it in a
    transaction, with content that was found to be sound."""
    now = clock.now()
    PackOffer.objects.filter(name=name, came_from=came_from, decided_at=None).update(
        decided_at=now, decided_by=f"superseded by version {label.version}"
    )
    offer = PackOffer.objects.create(
        name=name,
        kind=label.kind,
        title=label.title,
        version=label.version,
        digest=digest,
        content=content,
        floors=label.floors,
        base=base,
        came_from=came_from,
        received_at=now,
    )
    record(
        PackOffered(subject=f"pack:{name}", pack=name, digest=str(digest), came_from=came_from),
        actor=actor,
    )
    return offer.pk
