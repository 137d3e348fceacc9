"""Giving a request back to its drafters, from review or after approval."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.rules.events import RequestReturned, request_subject
from comity.casework.rules.transitions import Verb, after
from comity.casework.rules.wording import paragraph
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def return_for_changes(reference: str, reason: str, *, by: User) -> None:
    """It is a draft again; its approval is gone, and a letter that was set or signed in part is left behind.

    Raises NotFound, NotAllowed, Refused without a reason."""
    request = request_for(by, reference, lock=True)
    state = after(Verb.RETURN, request.standing(), person=by.actor.reference, roles=roles_of(by))
    words = paragraph(reason, "reason", "Reason")
    request.state = state
    request.return_reason, request.returned_by, request.returned_at = words, by, clock.now()
    request.submitted_by = request.submitted_at = request.approved_by = request.approved_at = None
    request.document = request.signed_by = None
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    record(
        RequestReturned(subject=request_subject(request.reference), version=request.version, reason=words),
        actor=by.actor,
    )
