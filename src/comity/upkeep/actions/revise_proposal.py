"""Changing one's own proposal before it is decided; a returned one waits for review again."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import proposal_for
from comity.upkeep.actions.propose_change import check_changes, check_words
from comity.upkeep.models import ProposalState
from comity.upkeep.queries.proposals import stamp_of
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.events import ProposalRevised
from comity.upkeep.rules.review import may_revise


@transaction.atomic
def revise_proposal(number: int, base: str, changes: Sequence[Change], reason: str, *, seen: str, by: User) -> None:
    """As `propose_change`, of the proposal as one saw it (`seen`).

    Raises NotEntitled, NotFound, NotNow (ReadAnew and TouchedByBoth among them), Refused, Unsound.
    """
    proposal = proposal_for(by, number, seen=seen)
    may_revise(proposal.state, proposer=proposal.proposer_id == by.pk)
    check_words(reason)
    check_changes(proposal.pack, base, changes)
    proposal.base, proposal.reason = base, reason.strip()
    proposal.changes = [change.as_json() for change in changes]
    proposal.state, proposal.reviewer, proposal.remark, proposal.decided_at = ProposalState.OPEN, None, "", None
    proposal.save()
    record(ProposalRevised(subject=proposal.subject, base=base, digest=stamp_of(proposal)), actor=by.actor)
