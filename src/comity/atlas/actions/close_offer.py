"""Note that an offer has been decided. What was taken of it is published by whoever decides."""

from __future__ import annotations

from comity.atlas.models import PackOffer
from comity.kernel import clock
from comity.ledger.rules.actor import Actor


def close_offer(number: int, *, taken: bool, actor: Actor) -> bool:
    """Returns False where it was closed before."""
    changed = PackOffer.objects.filter(pk=number, decided_at=None).update(
        decided_at=clock.now(), decided_by=actor.display, taken=taken
    )
    return bool(changed)
