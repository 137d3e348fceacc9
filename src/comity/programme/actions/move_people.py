"""Accepting, declining or cancelling people, and marking who came: one or many at once, all of them or none."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for, self_for
from comity.programme.actions.register_person import VISITOR
from comity.programme.models import Participant, Registration
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.participation import HOLDS_A_SEAT, ParticipantState, expect_seat, may_move
from comity.programme.rules.people_events import PeopleMoved, participant_subject
from comity.programme.rules.personal_link import number_of
from comity.programme.rules.registering import MOST

_CAME = frozenset({ParticipantState.ATTENDED, ParticipantState.ABSENT})


@transaction.atomic
def move_people(project: str, activity: str, numbers: Collection[int], to: ParticipantState, *, by: User) -> int:
    """How many were moved; who is there already stays.

    Raises NotEntitled, NotFound where one of the numbers is nobody of this activity, Refused where one may not go
    there: then nobody was moved.
    """
    row = activity_for(by, project, activity)
    if not numbers:
        raise Refused("numbers", say("Nobody is ticked. Tick the people you mean, then choose what to do."))
    if len(numbers) > MOST:
        raise NotFound("participant")
    if to in _CAME and clock.today() < row.starts:
        raise Refused(
            "to", say("The activity begins on {starts}: nobody can have come yet.", starts=day_words(row.starts))
        )
    people = Participant.objects.select_for_update().filter(activity=row, pk__in=numbers, erased_at=None).order_by("pk")
    if len(people) < len(set(numbers)):
        raise NotFound("participant")
    moving = [each for each in people if each.state != to.value]
    terms = Registration.objects.filter(activity=row).first()
    seats = Participant.objects.filter(activity=row, state__in=[state.value for state in HOLDS_A_SEAT]).count()
    for each in moving:
        came_from = ParticipantState(each.state)
        may_move(came_from, to)
        if to in HOLDS_A_SEAT and came_from not in HOLDS_A_SEAT:
            if to is ParticipantState.ACCEPTED:
                expect_seat(terms.capacity if terms else None, seats)
            seats += 1
        each.state = to.value
        if to is ParticipantState.ABSENT:
            each.certificate, each.certified_on = "", None
    Participant.objects.bulk_update(moving, ["state", "certificate", "certified_on"])
    if moving:
        moved = tuple(each.pk for each in moving)
        record(
            PeopleMoved(subject=activity_subject(project, activity), to=to.value, participants=moved), actor=by.actor
        )
    return len(moving)


@transaction.atomic
def cancel_myself(personal: str) -> None:
    """The person gives up the place or the invitation. Raises NotFound, Refused."""
    row = self_for(number_of(personal, settings.ENV.secret("registration_key")))
    if row.state == ParticipantState.CANCELLED.value:
        return
    may_move(ParticipantState(row.state), ParticipantState.CANCELLED)
    row.state = ParticipantState.CANCELLED.value
    row.save(update_fields=["state"])
    event = PeopleMoved(subject=participant_subject(row.pk), to=row.state, participants=(row.pk,))
    record(event, actor=VISITOR)
