"""Noting that a request has left by means other than this node."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.request import Request
from comity.casework.rules.events import RequestSent, request_subject
from comity.casework.rules.refusal import refused
from comity.casework.rules.transitions import Verb, after
from comity.casework.rules.wording import line
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.models.user import User
from comity.people.queries.roles import roles_of

LONGEST = 200


@transaction.atomic
def mark_request_sent(reference: str, *, sent_on: date, channel: str, dispatch_reference: str = "", by: User) -> None:
    """Sent on `sent_on`, a day in the requested country, by `channel`, with its number there if it has one.

    The clock of Article 29(7) begins. Raises NotFound; NotAllowed; Refused for a day in the future or before the
    signature, or without a channel.
    """
    request = request_for(by, reference, lock=True)
    state = after(Verb.MARK_SENT, request.standing(), person=by.actor.reference, roles=roles_of(by))
    _check_day(request, sent_on)
    request.sent_channel = line(channel, "channel", "Channel", LONGEST)
    request.sent_reference = line(dispatch_reference, "dispatch_reference", "Reference", LONGEST, required=False)
    request.sent_on = sent_on
    request.state = state
    request.changed_at, request.changed_by = clock.now(), by
    request.save()
    record_about_request(
        request,
        RequestSent(
            subject=request_subject(request.reference),
            sent_on=sent_on,
            channel=request.sent_channel,
            dispatch_reference=request.sent_reference,
        ),
        actor=by.actor,
        moved="sent",
        happened_at=datetime.combine(sent_on, time(), ZoneInfo(request.requested_zone)),
    )


def _check_day(request: Request, sent_on: date) -> None:
    zone = ZoneInfo(request.requested_zone)
    today = clock.today(zone)
    if sent_on > today:
        raise refused(
            "sent_on",
            say("Day of dispatch"),
            say(
                "{sent_on} lies in the future there: it is {today}. Give the day it left.", sent_on=sent_on, today=today
            ),
        )
    signed_on = request.signed_at.astimezone(zone).date() if request.signed_at else today
    if sent_on < signed_on:
        raise refused(
            "sent_on",
            say("Day of dispatch"),
            say(
                "It was signed on {signed_on}, so it cannot have left on {sent_on}. Give {signed_on} or a later day.",
                signed_on=signed_on,
                sent_on=sent_on,
            ),
        )
