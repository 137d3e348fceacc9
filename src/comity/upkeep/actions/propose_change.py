"""Proposing a change of facts. It changes nothing before another editor has published it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.models import Proposal
from comity.upkeep.queries.outcome import outcome
from comity.upkeep.queries.proposals import stamp_of
from comity.upkeep.rules.difference import Change, same
from comity.upkeep.rules.events import ChangeProposed

LONGEST = 2000
MOST = 100
"""Changes in one proposal: more than that nobody reviews."""


@transaction.atomic
def propose_change(pack: str, base: str, changes: Sequence[Change], reason: str, *, by: User) -> int:
    """The proposal's number. `changes` are of the version whose digest is `base`.

    Raises NotEntitled; Refused without a reason or a change; TouchedByBoth where somebody else changed the same fact
    meanwhile; NotNow; Unsound for what may not stand, such as a fact without source.
    """
    require(by, Role.EDITOR)
    check_words(reason)
    check_changes(pack, base, changes)
    made = Proposal.objects.create(
        pack=pack,
        base=base,
        changes=[change.as_json() for change in changes],
        reason=reason.strip(),
        proposer=by,
        proposed_at=clock.now(),
    )
    record(ChangeProposed(subject=made.subject, pack=pack, base=base, digest=stamp_of(made)), actor=by.actor)
    return made.pk


def check_words(reason: str, field: str = "reason") -> None:
    """Raises Refused unless something is said, and not too much."""
    if not reason.strip():
        raise Refused(field, say("Say why, in a sentence: whoever decides reads it, and the history keeps it."))
    if len(reason) > LONGEST or "\x00" in reason:
        raise Refused(field, say("Say it in at most {limit} characters.", limit=f"{LONGEST:,}"))


def check_changes(pack: str, base: str, changes: Sequence[Change]) -> None:
    """Raises Refused where nothing would change, or too much; what `outcome` raises else."""
    if not changes or all(same(change.before, change.after) for change in changes):
        raise Refused("", say("This is what the atlas says already: nothing would change."))
    if len(changes) > MOST:
        raise Refused("", say("A proposal holds at most {most} changes. Divide it.", most=MOST))
    outcome(pack, base, changes)
