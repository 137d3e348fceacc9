"""Approving a request that somebody else drafted."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.queries.sending_gaps import gaps_of
from comity.casework.rules.events import RequestApproved, request_subject
from comity.casework.rules.refusal import Incomplete
from comity.casework.rules.transitions import Verb, after
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def approve_request(reference: str, *, version: int, by: User) -> None:
    """`by` stands behind `version`, the one they read. Four eyes: nobody approves what they drafted or edited.

    Raises NotFound; NotAllowed; ChangedMeanwhile; Incomplete, where what was complete no longer is (a day has passed).
    """
    request = request_for(by, reference, lock=True)
    state = after(Verb.APPROVE, request.standing(), person=by.actor.reference, roles=roles_of(by))
    request.expect(version)
    if gaps := gaps_of(request, clock.today(by.zone)):
        raise Incomplete(*gaps)
    request.state = state
    request.approved_by, request.approved_at = by, clock.now()
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    digest = Digest.of(canonical_json(request.content))
    record(
        RequestApproved(subject=request_subject(request.reference), version=request.version, digest=digest),
        actor=by.actor,
    )
