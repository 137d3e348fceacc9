"""Sending a draft to approval."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.queries.sending_gaps import gaps_of
from comity.casework.rules.events import RequestSubmitted, request_subject
from comity.casework.rules.refusal import Incomplete
from comity.casework.rules.transitions import Verb, after
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def submit_for_review(reference: str, *, version: int, by: User) -> None:
    """The completeness gate must find nothing missing. Raises NotFound, NotAllowed, ChangedMeanwhile, Incomplete."""
    request = request_for(by, reference, lock=True)
    state = after(Verb.SUBMIT, request.standing(), person=by.actor.reference, roles=roles_of(by))
    request.expect(version)
    if gaps := gaps_of(request, clock.today(by.zone)):
        raise Incomplete(*gaps)
    request.state = state
    request.submitted_by, request.submitted_at = by, clock.now()
    request.changed_at, request.changed_by = clock.now(), by
    request.return_reason, request.returned_by, request.returned_at = "", None, None
    request.save()
    digest = Digest.of(canonical_json(request.content))
    record(
        RequestSubmitted(subject=request_subject(request.reference), version=request.version, digest=digest),
        actor=by.actor,
    )
