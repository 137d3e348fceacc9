"""Which changes to law would make a route better, as far as the packs could carry them. Judges none of them."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.queries.reform import ReformView, joining
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.answer import Answer
from comity.kernel.country import CountryCode
from comity.routes.rules.reason import URGENCY, Reason, blockers


def reforms(reason: Reason, snapshot: Snapshot) -> tuple[ReformView, ...]:
    """What a route waits for: powers that are missing, partial or not recorded, and instruments that do not, or not for
    certain, bind a State. For a closed route, what would open it; nothing, where something no reform can supply (a
    treaty not yet in force, a declaration) keeps it closed as well."""
    found = [blocker.about for blocker in blockers(reason)] if reason.answer is Answer.NO else list(_waiting(reason))
    if not all(found):
        return ()
    targets = dict.fromkeys(about for about in found if about != URGENCY)
    supposed = (joining(snapshot, CountryCode(about[:2]), about[3:]) for about in targets)
    return tuple(reform for reform in supposed if reform is not None)


def needs_urgency(reason: Reason) -> bool:
    """Whether the route is closed to what is not urgent."""
    return any(blocker.about == URGENCY for blocker in blockers(reason))


def _waiting(reason: Reason) -> Iterator[str]:
    if reason.about:
        yield reason.about
    for child in reason.because:
        yield from _waiting(child)
