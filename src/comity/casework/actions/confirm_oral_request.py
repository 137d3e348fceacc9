"""Noting that the other side confirmed in writing what it had asked by voice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.queries.oral import oral_of
from comity.casework.rules.duty.events import OralRequestConfirmed
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import line
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST = 200


@transaction.atomic
def confirm_oral_request(reference: str, *, channel: str, happened_at: datetime | None = None, by: User) -> None:
    """The confirmation came by `channel`, at `happened_at` (default: now): its clock stops.

    Raises NotEntitled; NotFound; Refused for a request that was not made by voice or is confirmed already, without a
    channel, and for a moment in the future or before the call.
    """
    require(by, Role.DUTY_OFFICER, Role.DRAFTER, Role.APPROVER)
    request = request_for(by, reference, lock=True)
    oral = oral_of(request, entries_about(request_subject(request.reference)))
    if oral is None or not oral.incoming or oral.confirmed_at:
        raise refused("channel", say("By what means"), say("No confirmation in writing is awaited for this request."))
    now = clock.now()
    moment = happened_at or now
    if moment.tzinfo is None or moment > now or moment < oral.asked_at:
        raise refused(
            "happened_at", "When", say("It came after the call, and not in the future. Give the moment, with its zone.")
        )
    event = OralRequestConfirmed(
        subject=request_subject(request.reference),
        happened_at=moment,
        channel=line(channel, "channel", say("By what means"), LONGEST),
    )
    record_about_request(request, event, actor=by.actor)
