"""Withdrawing a request that has not been sent."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.rules.events import RequestWithdrawn, request_subject
from comity.casework.rules.transitions import Verb, after
from comity.casework.rules.wording import paragraph
from comity.kernel import clock
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def withdraw_request(reference: str, reason: str, *, by: User) -> None:
    """It goes no further, and stays to be read. Raises NotFound, NotAllowed, Refused without a reason."""
    request = request_for(by, reference, lock=True)
    state = after(Verb.WITHDRAW, request.standing(), person=by.actor.reference, roles=roles_of(by))
    words = paragraph(reason, "reason", "Reason")
    request.state = state
    request.changed_at, request.changed_by = clock.now(), by
    request.save(update_fields=["state", "changed_at", "changed_by"])
    record_about_request(
        request,
        RequestWithdrawn(subject=request_subject(request.reference), reason=words),
        actor=by.actor,
        moved="withdrawn",
        happened_at=request.changed_at,
    )
