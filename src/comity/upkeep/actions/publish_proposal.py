"""Publishing what another editor proposed: the pack gets a new version, put on whatever it has become meanwhile."""

from __future__ import annotations

from django.db import transaction

from comity.atlas.actions.publish_pack import ReplacedMeanwhile, publish_pack
from comity.atlas.models import Origin
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import proposal_for
from comity.upkeep.models import Proposal, ProposalState
from comity.upkeep.queries.outcome import outcome
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.events import ProposalPublished
from comity.upkeep.rules.refusal import NotNow
from comity.upkeep.rules.review import may_review

ATTEMPTS = 3
"""The pack may be replaced between reading and publishing; then the changes are put on the newer version."""


@transaction.atomic
def publish_proposal(number: int, *, remark: str = "", seen: str, by: User) -> Digest:
    """The digest of the new version. `by` stands behind the proposal as they saw it (`seen`).

    Raises NotEntitled, NotFound, NotNow (four eyes, ReadAnew, TouchedByBoth), Unsound.
    """
    proposal = proposal_for(by, number, seen=seen)
    may_review(proposal.state, proposer=proposal.proposer_id == by.pk)
    digest, moved = _published(proposal, by)
    proposal.state, proposal.reviewer, proposal.decided_at = ProposalState.PUBLISHED, by, clock.now()
    proposal.remark, proposal.published, proposal.rebased = remark.strip()[:2000], digest, moved
    proposal.save()
    record(
        ProposalPublished(subject=proposal.subject, pack=proposal.pack, published=str(digest), rebased=moved),
        actor=by.actor,
    )
    return digest


def _published(proposal: Proposal, by: User) -> tuple[Digest, bool]:
    changes = [Change.from_json(kept) for kept in proposal.changes]
    for _ in range(ATTEMPTS):
        made = outcome(proposal.pack, proposal.base, changes)
        try:
            digest = publish_pack(
                proposal.pack,
                made.content,
                on=made.on,
                origin=Origin.EDITED,
                came_from=f"user:{proposal.proposer_id}",
                why=proposal.reason,
                actor=by.actor,
            )
        except ReplacedMeanwhile:
            continue
        return digest, made.moved
    raise NotNow(say("The page changed several times just now. Read it as it is, then decide again."))
