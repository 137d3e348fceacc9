"""Correcting when something happened. The entry stays as it was written; what is counted from it is counted anew."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from comity.casework.access import request_for
from comity.casework.actions.record_about_request import record_about_request
from comity.casework.models.request import Request
from comity.casework.queries.predecessors import predecessors
from comity.casework.rules.correctable import correctable, said_moment
from comity.casework.rules.events import RequestSent, request_subject
from comity.casework.rules.handling.events import EventCorrected, FollowUpMoved, RequestRegistered
from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import paragraph
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.entry import EntryView
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST = 2000


@transaction.atomic
def correct_event(reference: str, corrects: int, *, happened_at: datetime, reason: str, by: User) -> EntryView:
    """The entry with the number `corrects`, about this request, happened at `happened_at`: clocks and figures count
    from there, also those of the request that it follows. A second correction replaces the first.

    Raises NotEntitled; NotFound; Refused for an entry that is not about this request or has no moment to correct, a
    moment in the future or before the request existed, and without a reason.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER, Role.APPROVER)
    request = request_for(by, reference, lock=True)
    entries = entries_about(request_subject(request.reference))
    entry = next((item for item in entries if item.sequence == corrects), None)
    if entry is None or not correctable(entry):
        raise refused(
            "corrects",
            say("What is corrected"),
            say(
                "This entry has no moment that could be corrected, or is not about this request. Choose "
                "one from the list."
            ),
        )
    _check(request, entry, happened_at, by)
    words = paragraph(reason, "reason", say("Reason"), LONGEST)
    _follow(request, entry, happened_at)
    corrected = record_about_request(request, _correction(request, corrects, happened_at, words), actor=by.actor)
    _carry(request, entry, happened_at, words, by.actor)
    return corrected


def _check(request: Request, entry: EntryView, moment: datetime, by: User) -> None:
    if moment.tzinfo is None:
        raise refused("happened_at", say("When"), say("The moment has no time zone. Give it one, for example +04:00."))
    if moment > clock.now():
        raise refused(
            "happened_at", say("When"), say("That moment lies in the future. Give the moment at which it happened.")
        )
    begun = _begun(request, entry)
    if begun and moment < begun:
        raise refused(
            "happened_at",
            say("When"),
            say(
                "This request has existed only since {astimezone}. Give a later moment.",
                astimezone=f"{begun.astimezone(by.zone):%Y-%m-%d %H:%M %Z}",
            ),
        )


def _begun(request: Request, entry: EntryView) -> datetime | None:
    """From when on this can have happened: what we sent, since it was signed; everything else, since it left or
    arrived. When something arrived, only its sender knows: None."""
    if entry.name == RequestRegistered.name:
        return None
    if request.received_at:
        return request.received_at
    zone = ZoneInfo(request.requested_zone)
    signed = (request.signed_at or request.created_at).astimezone(zone).date()
    day = signed if entry.name == RequestSent.name or request.sent_on is None else request.sent_on
    return datetime.combine(day, time(), zone)


def _follow(request: Request, entry: EntryView, moment: datetime) -> None:
    """The columns that repeat what the entry said."""
    if entry.name == RequestSent.name:
        request.sent_on = moment.astimezone(ZoneInfo(request.requested_zone)).date()
    elif entry.name == RequestRegistered.name:
        request.received_at = moment
    else:
        return
    request.save(update_fields=["sent_on", "received_at"])


def _carry(request: Request, entry: EntryView, moment: datetime, reason: str, actor: Actor) -> None:
    """What it meant for the requests that it follows is corrected there too."""
    said = said_moment(entry, request.requested_zone)
    for earlier in predecessors(request):
        for told in entries_about(request_subject(earlier.reference)):
            same = told.name == FollowUpMoved.name and told.payload["follow_up"] == request.reference
            if same and said_moment(told, request.requested_zone) == said:
                event = _correction(earlier, told.sequence, moment, reason)
                record_about_request(earlier, event, actor=actor)


def _correction(request: Request, corrects: int, moment: datetime, reason: str) -> EventCorrected:
    return EventCorrected(
        subject=request_subject(request.reference), corrects=corrects, happened_at=moment, reason=reason
    )
