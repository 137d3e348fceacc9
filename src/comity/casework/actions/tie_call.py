"""Tying a telephone call to the request that it became, or that confirms it."""

from __future__ import annotations

from django.db import transaction

from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.phone_call import PhoneCall
from comity.casework.models.request import Request
from comity.casework.rules.duty.events import OralRequestMade
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.kernel.words import say
from comity.people.models.user import User


@transaction.atomic
def tie_call(call: PhoneCall, request: Request, *, by: User) -> None:
    """The call belongs to the request from now on: a written confirmation is owed, and its clock runs from the call.

    The caller holds both rows. Raises Refused for a call that belongs to a request already.
    """
    if call.request_id is not None:
        raise refused("call", "Call", say("This call belongs to a request already. Open it from the phone log."))
    call.request = request
    call.save(update_fields=["request"])
    event = OralRequestMade(
        subject=request_subject(request.reference),
        happened_at=call.at,
        call=call.pk,
        direction=call.direction,
        country=call.country,
    )
    record_about_request(request, event, actor=by.actor)
