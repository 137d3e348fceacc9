"""Writing down a telephone call, so that what was said by voice outlives the shift."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.phone_call import PhoneCall
from comity.casework.models.request import Request
from comity.casework.rules.duty.calls import (
    LONGEST_FUNCTION,
    LONGEST_SUMMARY,
    CallChannel,
    CallDirection,
    country_of_call,
    moment_of_call,
    one_of,
)
from comity.casework.rules.duty.events import PhoneCallLogged, call_subject
from comity.casework.rules.events import request_subject
from comity.casework.rules.wording import line, paragraph
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LOGGERS = (Role.DUTY_OFFICER, Role.DRAFTER, Role.APPROVER)
"""Who writes calls and test calls down."""


@transaction.atomic
def log_call(
    country: str,
    *,
    spoken_with: str,
    summary: str,
    direction: str = CallDirection.THEY_CALLED,
    channel: str = CallChannel.TELEPHONE,
    urgent: bool = False,
    at: datetime | None = None,
    request_reference: str = "",
    by: User,
) -> int:
    """The call's number. `at` is when they spoke (default: now), `request_reference` what it was about.

    Raises NotEntitled; NotFound for the request; Refused where the country, a function or the words are missing, for a
    choice that is not on offer, and for a moment in the future or more than a month ago.
    """
    require(by, *LOGGERS)
    now = clock.now()
    about = request_for(by, request_reference, lock=True) if request_reference.strip() else None
    call = PhoneCall.objects.create(
        at=moment_of_call(at, now),
        logged_at=now,
        direction=one_of(CallDirection, direction, "direction", say("Who called")),
        country=country_of_call(country),
        spoken_with=line(spoken_with, "spoken_with", say("Spoken with"), LONGEST_FUNCTION),
        channel=one_of(CallChannel, channel, "channel", say("By what means")),
        summary=paragraph(summary, "summary", say("What was said"), LONGEST_SUMMARY),
        urgent=urgent,
        by=by,
        request=about,
    )
    _record(call, about, by)
    return call.pk


def _record(call: PhoneCall, about: Request | None, by: User) -> None:
    event = PhoneCallLogged(
        subject=request_subject(about.reference) if about else call_subject(call.pk),
        happened_at=call.at,
        call=call.pk,
        direction=call.direction,
        country=call.country,
        channel=call.channel,
        urgent=call.urgent,
        digest=Digest.of(call.summary.encode()),
    )
    if about is None:
        record(event, actor=by.actor)
    else:
        record_about_request(about, event, actor=by.actor)
