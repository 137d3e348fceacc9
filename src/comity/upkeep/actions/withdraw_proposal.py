"""Taking one's own proposal back before it is decided."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import proposal_for
from comity.upkeep.models import ProposalState
from comity.upkeep.rules.events import ProposalWithdrawn
from comity.upkeep.rules.review import may_revise


@transaction.atomic
def withdraw_proposal(number: int, *, by: User) -> None:
    """Raises NotEntitled, NotFound, NotNow."""
    proposal = proposal_for(by, number)
    may_revise(proposal.state, proposer=proposal.proposer_id == by.pk)
    proposal.state, proposal.decided_at = ProposalState.WITHDRAWN, clock.now()
    proposal.save(update_fields=["state", "decided_at"])
    record(ProposalWithdrawn(subject=proposal.subject), actor=by.actor)
