"""Taking a step with a request that has left or arrived: our own on an incoming one, theirs on an outgoing one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.request import Request
from comity.casework.queries.handling import ticket_of
from comity.casework.queries.step_form import step_fields
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import EVENT_OF
from comity.casework.rules.handling.fields import answered
from comity.casework.rules.handling.table import Step, after_step
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.rules.entry import EntryView
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@transaction.atomic
def take_step(
    reference: str, step: Step, answers: Mapping[str, Any], *, happened_at: datetime | None = None, by: User
) -> EntryView:
    """The step, with the answers of its form (`rules.handling.fields`), as it happened at `happened_at` (default: now).

    Raises NotFound; NotAllowed where the state, the kind or the role does not let it; Refused for an answer that is
    missing or not on offer, and for a moment in the future or before the request itself.
    """
    request = request_for(by, reference, lock=True)
    state = after_step(step, ticket_of(request), roles_of(by))
    moment = _moment(request, happened_at)
    said = answered(step_fields(request, step), answers, clock.today(by.zone))
    request.state = state
    request.their_reference = said.get("their_reference", request.their_reference)
    request.changed_at, request.changed_by = clock.now(), by
    request.save(update_fields=["state", "their_reference", "changed_at", "changed_by"])
    event = EVENT_OF[step](subject=request_subject(request.reference), happened_at=moment, said=said)
    return record_about_request(request, event, actor=by.actor, moved=_MOVES.get(step, ""), happened_at=moment)


_MOVES = {
    Step.PRESERVE: "preserved",
    Step.EXECUTE: "decided",
    Step.EXECUTE_PARTLY: "decided",
    Step.REFUSE: "decided",
    Step.WITHDRAW: "withdrawn",
}


def _moment(request: Request, happened_at: datetime | None) -> datetime:
    now = clock.now()
    moment = happened_at or now
    if moment.tzinfo is None:
        raise refused("happened_at", "When", say("The moment has no time zone. Give it one, for example +04:00."))
    if moment > now:
        raise refused(
            "happened_at", "When", say("That moment lies in the future. Give the moment at which it happened.")
        )
    begun = _beginning(request)
    if begun and moment < begun:
        only = f"{begun:%Y-%m-%d %H:%M}"
        raise refused(
            "happened_at",
            "When",
            say(
                "The request arrived only at {begun} (UTC). Give a later moment, or correct that one first.",
                begun=only,
            )
            if request.direction == Direction.INCOMING
            else say(
                "The request left only at {begun} (UTC). Give a later moment, or correct that one first.", begun=only
            ),
        )
    return moment


def _beginning(request: Request) -> datetime | None:
    if request.received_at:
        return request.received_at
    if request.sent_on is None:
        return None
    return datetime.combine(request.sent_on, datetime.min.time(), ZoneInfo(request.requested_zone))
