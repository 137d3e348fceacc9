"""Making a ticket of a request that was made by voice: taken up at once, its confirmation in writing is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from comity.casework.access import call_for, request_for
from comity.casework.actions.register_request import register_request
from comity.casework.actions.tie_call import tie_call
from comity.casework.models.phone_call import PhoneCall
from comity.casework.rules.duty.calls import CallChannel, CallDirection
from comity.casework.rules.duty.oral import content_of_call, may_be_oral
from comity.casework.rules.refusal import refused
from comity.casework.rules.registry import kinds
from comity.kernel.words import say
from comity.people.models.user import User


@transaction.atomic
def register_oral_request(
    call: int,
    kind: str,
    content: Mapping[str, Any],
    *,
    their_reference: str = "",
    case_reference: str = "",
    case_title: str = "",
    by: User,
) -> str:
    """Our reference of the ticket, which arrived when they called. What the call does not give, `content` may add.

    Raises NotFound for the call or the case, and what `register_request` raises; Refused for a call that we made (its
    request is drafted, not registered) or that belongs to a request already.
    """
    told = call_for(by, call, lock=True)
    if told.direction != CallDirection.THEY_CALLED:
        raise refused(
            "call", "Call", say("We made this call, so the request is ours: draft it, to confirm it in writing.")
        )
    if told.request_id is not None:
        raise refused("call", "Call", say("This call is a ticket already. Open it from the phone log."))
    reference = register_request(
        kind,
        {**_said(told, kind), **content},
        received_at=told.at,
        channel=CallChannel(told.channel).label,
        oral=True,
        their_reference=their_reference,
        case_reference=case_reference,
        case_title=case_title,
        by=by,
    )
    tie_call(told, request_for(by, reference), by=by)
    return reference


def _said(call: PhoneCall, name: str) -> dict[str, Any]:
    declared = kinds().get(name)
    if declared is None or not may_be_oral(declared):
        raise refused(
            "kind", say("Kind of request"), say("This kind is not asked for by voice. Choose one from the list.")
        )
    return content_of_call(
        declared,
        asking=call.country,
        asked=settings.ENV.country,
        authority=settings.ENV.organisation,
        function=call.spoken_with,
        said=call.summary,
        urgent=call.urgent,
        day=call.at.date(),
    )
