"""Somebody registers for an activity: by the public link, or by the personal link of an invitation. Without account."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from comity.kernel import clock
from comity.kernel.sayable import said as told
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.people.rules.refusal import Refused
from comity.programme.access import self_for
from comity.programme.models import Activity, Participant, Registration, RegistrationAttempt
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.details import Details, checked_details
from comity.programme.rules.participation import REGISTERS_ANEW, ParticipantState, state_on_registering
from comity.programme.rules.people_events import ParticipantCorrected, ParticipantRegistered, participant_subject
from comity.programme.rules.personal_link import number_of
from comity.programme.rules.refusal import NotOpen
from comity.programme.rules.registering import (
    BY_LINK,
    BY_SENDER,
    MOST,
    SENDERS_HOUR,
    WITHIN,
    checked_address,
    erase_after,
    is_open,
    may_be_token,
)
from comity.upkeep.queries.room import expect_room
from comity.upkeep.rules.sender import sender

VISITOR = Actor("visitor", "A visitor")
BUSY = noted(
    "Very many people are registering by this link at this moment. Nothing was sent, and what you wrote is still here. "
    "Please send it again in a minute."
)
MANY = sayable(
    "{count} registrations came from your network within an hour, which is all that this node takes. Nothing was "
    "sent, and what you wrote is still here. Please send it again later, or from another network.",
    count=BY_SENDER,
)

CERTIFIED = noted(
    "Your certificate bears your name as it is. Ask the organisers to take it back, then correct the name."
)


def register_person(token: str, email: str, said: Details, *, consent: bool, address: str) -> None:
    """By the public link; `address` is the sender's in the network. A second registration of one e-mail address changes
    nothing, and nothing tells that there was a first.

    Raises NotOpen, Refused with the field, TooMany.
    """
    found = Registration.objects.filter(token=token).first() if may_be_token(token) else None
    if found is None or not _open(found):
        raise NotOpen
    mail = checked_address(email)
    details = checked_details(said, found.asks, consent=consent)
    count_attempt(found, address)
    with transaction.atomic():
        terms = _held(found.activity_id)
        rows = Participant.objects.filter(activity_id=terms.activity_id)
        row = rows.filter(email=mail).first()
        if row is None and rows.count() >= MOST:
            raise NotOpen
        if row is None or ParticipantState(row.state) in REGISTERS_ANEW:
            _register(row or Participant(activity=terms.activity, email=mail, entered_at=clock.now()), details, terms)


def register_myself(personal: str, said: Details, *, consent: bool, address: str) -> None:
    """By the personal link: whoever was invited registers; whoever is registered corrects what they said,
    and agrees to what is asked now.

    Raises NotFound, NotOpen, Refused with the field, TooMany.
    """
    number = number_of(personal, settings.ENV.secret("registration_key"))
    with transaction.atomic():
        activity = self_for(number).activity_id
    found = Registration.objects.get(activity_id=activity)
    details = checked_details(said, found.asks, consent=consent)
    count_attempt(found, address)
    with transaction.atomic():
        terms = _held(activity)
        row = self_for(number)
        if ParticipantState(row.state) in REGISTERS_ANEW:
            _register(row, details, terms)
        else:
            if row.certificate and row.name != details.name:
                raise Refused("name", told(CERTIFIED))
            _keep(row, details, terms)
            row.save()
            event = ParticipantCorrected(subject=participant_subject(row.pk), activity=_subject(terms.activity))
            record(event, actor=VISITOR)


@transaction.atomic
def count_attempt(terms: Registration, address: str) -> None:
    """Kept whatever becomes of the attempt. Raises TooMany."""
    now, who = clock.now(), sender(address, settings.ENV.secret("sender_key"))
    attempts = RegistrationAttempt.objects
    expect_room(
        f"registration:{terms.pk}", attempts.filter(registration=terms, made_at__gt=now - WITHIN), BY_LINK, told(BUSY)
    )
    expect_room(who, attempts.filter(sender=who, made_at__gt=now - SENDERS_HOUR), BY_SENDER, told(MANY))
    attempts.create(registration=terms, sender=who, made_at=now)


def _held(activity: int) -> Registration:
    """The terms, locked, so that places are counted one registration after the other."""
    rows = Registration.objects.select_for_update(of=("self",)).select_related("activity__project")
    return rows.get(activity_id=activity)


def _open(terms: Registration) -> bool:
    return is_open(terms.opens, terms.closes, closed=terms.closed_at is not None, today=clock.today())


def _register(row: Participant, details: Details, terms: Registration) -> None:
    if not _open(terms):
        raise NotOpen
    taking = [state.value for state in ParticipantState if state.takes_a_place]
    taken = Participant.objects.filter(Q(activity_id=terms.activity_id), state__in=taking).count()
    state = state_on_registering(terms.capacity, taken)
    _keep(row, details, terms)
    row.state = state.value
    row.erase_after = erase_after(terms.activity.ends, terms.kept_days)
    row.save()
    event = ParticipantRegistered(
        subject=participant_subject(row.pk),
        activity=_subject(terms.activity),
        state=state.value,
        consent=terms.consent,
    )
    record(event, actor=VISITOR)


def _keep(row: Participant, details: Details, terms: Registration) -> None:
    """With the consent that was given for just this."""
    row.consent, row.consent_at = terms.consent, clock.now()
    row.name, row.institution, row.country = details.name, details.institution, details.country
    row.role, row.travel_asked = details.role, details.travel


def _subject(activity: Activity) -> str:
    return activity_subject(activity.project.code, activity.code)
