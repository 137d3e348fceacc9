"""Recording a test call to a counterpart: whether its point of contact answered, and how soon."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from comity.casework.actions.log_call import LOGGERS
from comity.casework.models.ping import Ping
from comity.casework.queries.contact_points import authority_named
from comity.casework.rules.duty.calls import CallChannel, country_of_call, moment_of_call, one_of
from comity.casework.rules.duty.events import PingMade, counterpart_subject
from comity.casework.rules.duty.ping import PingResult, minutes_to_answer
from comity.casework.rules.wording import paragraph
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User

LONGEST_NOTE = 2000


@transaction.atomic
def record_ping(
    country: str,
    *,
    result: str,
    minutes: int | None = None,
    authority_id: str = "",
    channel: str = CallChannel.TELEPHONE,
    note: str = "",
    at: datetime | None = None,
    by: User,
) -> int:
    """The test call's number. `authority_id` names whom was called in the atlas, where it is described there.

    `minutes` until somebody answered count only where somebody did. Raises NotEntitled, or Refused: no country, an
    authority that is not of this country, no result, no minutes, a moment in the future or more than a month ago.
    """
    require(by, *LOGGERS)
    code = country_of_call(country)
    outcome = one_of(PingResult, result, "result", "Result")
    now = clock.now()
    ping = Ping.objects.create(
        at=moment_of_call(at, now),
        recorded_at=now,
        country=code,
        authority_id=authority_id,
        authority=authority_named(code, authority_id) if authority_id else "",
        channel=one_of(CallChannel, channel, "channel", say("By what means")),
        result=outcome,
        minutes=minutes_to_answer(outcome, minutes),
        note=paragraph(note, "note", "Note", LONGEST_NOTE, required=False),
        by=by,
    )
    record(
        PingMade(
            subject=counterpart_subject(code),
            happened_at=ping.at,
            country=code,
            authority=authority_id,
            channel=ping.channel,
            result=outcome,
            minutes=ping.minutes,
        ),
        actor=by.actor,
    )
    return ping.pk
