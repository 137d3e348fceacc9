"""Inviting whom the rows of a table name, all at once, as the action of inviting does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from comity.kernel.words import say
from comity.ledger.rules.event import Event
from comity.people.models.user import User
from comity.programme.actions.invite_people import invited
from comity.programme.models import Activity, Participant, Project, Registration
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.importing.limits import AT_ONCE
from comity.programme.rules.importing.participants import Invited
from comity.programme.rules.importing.refusal import RowRefused
from comity.programme.rules.people_events import PeopleInvited
from comity.programme.rules.registering import MOST


def enter_participants(project: Project, rows: Sequence[Invited], by: User) -> Sequence[Event]:  # noqa: ARG001
    """What is to be recorded. Within the transaction of its import. People register meanwhile, by their links, so their
    activities are held, and addresses and places looked at once more. Raises RowRefused."""
    codes = {row.activity for row in rows}
    own = Activity.objects.select_for_update().filter(project=project, code__in=codes).order_by("pk")
    activities = {each.code: each for each in own}
    of_these = Registration.objects.select_for_update(of=("self",)).filter(activity__in=activities.values())
    terms = {each.activity_id: each for each in of_these.order_by("pk")}
    there = list(Participant.objects.filter(activity__in=activities.values()).values_list("activity_id", "email"))
    held, counted = set(there), Counter(activity for activity, _ in there)
    made = []
    for place, row in enumerate(rows):
        activity = activities.get(row.activity)
        if activity is None or activity.pk not in terms:
            raise RowRefused(place, say("Open the registration first: the invitation leads to it."))
        if (activity.pk, row.email) in held:
            raise RowRefused(place, say("This address is on the activity’s list already."))
        counted[activity.pk] += 1
        if counted[activity.pk] > MOST:
            raise RowRefused(place, say("An activity holds {most} people. Invite fewer.", most=f"{MOST:,}"))
        made.append(invited(activity, terms[activity.pk], row.email))
    numbers: dict[str, list[int]] = {}
    for participant in Participant.objects.bulk_create(made, batch_size=AT_ONCE):
        numbers.setdefault(participant.activity.code, []).append(participant.pk)
    return [
        PeopleInvited(subject=activity_subject(project.code, code), participants=tuple(new))
        for code, new in numbers.items()
    ]
