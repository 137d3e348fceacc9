"""Declining somebody's proposal for good: the atlas stays as it is."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import proposal_for
from comity.upkeep.actions.propose_change import check_words
from comity.upkeep.models import ProposalState
from comity.upkeep.rules.events import ProposalDeclined
from comity.upkeep.rules.review import may_review


@transaction.atomic
def decline_proposal(number: int, remark: str, *, seen: str, by: User) -> None:
    """`by` decides about the proposal as they saw it (`seen`).

    Raises NotEntitled, NotFound, NotNow (four eyes, ReadAnew), Refused without a remark.
    """
    proposal = proposal_for(by, number, seen=seen)
    may_review(proposal.state, proposer=proposal.proposer_id == by.pk)
    check_words(remark, "remark")
    proposal.state, proposal.reviewer = ProposalState.DECLINED, by
    proposal.remark, proposal.decided_at = remark.strip(), clock.now()
    proposal.save(update_fields=["state", "reviewer", "remark", "decided_at"])
    record(ProposalDeclined(subject=proposal.subject, remark=proposal.remark), actor=by.actor)
