"""Filling the demonstration's duty desk: test calls of the last weeks and a call, by the same actions as people use."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from comity.casework.actions.log_call import log_call
from comity.casework.actions.record_ping import record_ping
from comity.casework.models.phone_call import PhoneCall
from comity.casework.models.ping import Ping
from comity.casework.queries.contact_points import directory
from comity.casework.rules.duty.ping import PingResult
from comity.kernel import clock
from comity.people.models.user import User

_PINGS: tuple[tuple[str, int, PingResult, int | None, str], ...] = (
    ("AM", 20, PingResult.ANSWERED, 0, ""),
    ("UA", 12, PingResult.ANSWERED, 4, "English spoken at once."),
    (
        "MD",
        5,
        PingResult.NO_ANSWER,
        None,
        "Nobody took the call within ten minutes; the mailbox answered next morning.",
    ),
)
"""Country, days ago, result, minutes, note."""
_CALL = (
    "Asked whether our 24/7 point of contact accepts requests in English. Told them it does, and to send the request "
    "for preservation by e-mail, signed."
)


@transaction.atomic
def load_duty_stories(duty: User, now: datetime) -> None:
    """What the desk would show of the last weeks, once. `duty` must have had the role for three weeks."""
    if not Ping.objects.exists():
        for country, days_ago, result, minutes, note in _PINGS:
            if country != settings.ENV.country:
                with clock.frozen(now - timedelta(days=days_ago)):
                    point = next((point.id for point in directory(country)), "")
                    record_ping(country, result=result, minutes=minutes, authority_id=point, note=note, by=duty)
    if not PhoneCall.objects.exists() and settings.ENV.country != "MD":
        with clock.frozen(now - timedelta(days=2)):
            log_call("MD", spoken_with="Duty officer", summary=_CALL, by=duty)
