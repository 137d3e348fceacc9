"""Inviting people to an activity by their addresses. This node sends no mail: the office sends their letters."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Activity, Participant, Registration
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.participation import ParticipantState
from comity.programme.rules.people_events import PeopleInvited
from comity.programme.rules.registering import MOST, addresses_in, erase_after


@transaction.atomic
def invite_people(project: str, activity: str, addresses: str, *, by: User) -> tuple[int, ...]:
    """The numbers of those who are new; whoever is on the list already stays as they are.

    Raises NotEntitled, NotFound, Refused.
    """
    row = activity_for(by, project, activity)
    wanted = addresses_in(addresses)
    terms = Registration.objects.select_for_update().filter(activity=row).first()
    if terms is None:
        raise Refused("addresses", say("Open the registration first: the invitation leads to it."))
    held = set(Participant.objects.filter(activity=row).exclude(email="").values_list("email", flat=True))
    new = [address for address in wanted if address not in held]
    if Participant.objects.filter(activity=row).count() + len(new) > MOST:
        raise Refused("addresses", say("An activity holds {most} people. Invite fewer.", most=f"{MOST:,}"))
    made = Participant.objects.bulk_create(invited(row, terms, address) for address in new)
    numbers = tuple(each.pk for each in made)
    if numbers:
        event = PeopleInvited(subject=activity_subject(project, activity), participants=numbers)
        record(event, actor=by.actor)
    return numbers


def invited(activity: Activity, terms: Registration, address: str) -> Participant:
    """A participant of whom nothing but the address is known, not yet saved."""
    return Participant(
        activity=activity,
        email=address,
        state=ParticipantState.INVITED.value,
        entered_at=clock.now(),
        erase_after=erase_after(activity.ends, terms.kept_days),
    )
