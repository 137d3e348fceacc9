"""Erasing people: on their request, by the office, and each hour those whose time of keeping has ended.

What stays is that somebody from a country was there, and the money.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import DateField, ExpressionWrapper, F, OuterRef, Subquery
from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM, Actor
from comity.people.models.user import User
from comity.programme.access import participant_for, self_for
from comity.programme.actions.register_person import VISITOR
from comity.programme.models import Participant, Registration, RegistrationAttempt
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.participation import NEXT, ParticipantState
from comity.programme.rules.people_events import PeopleErased
from comity.programme.rules.personal_link import number_of
from comity.upkeep.rules.sender import KEPT_FOR

AT_ONCE = 1_000
"""People erased in one transaction."""


@transaction.atomic
def erase_person(number: int, *, by: User) -> None:
    """On request to the office. Raises NotEntitled, NotFound."""
    _erase([_given_up(participant_for(by, number))], "office", by.actor)


@transaction.atomic
def erase_myself(personal: str) -> None:
    """By the personal link, which leads nowhere from then on. Raises NotFound."""
    row = self_for(number_of(personal, settings.ENV.secret("registration_key")))
    _erase([_given_up(row)], "asked", VISITOR)


def erase_expired() -> int:
    """How many were erased. Where an activity moved, the days of keeping count from its new end."""
    _follow_moved_activities()
    RegistrationAttempt.objects.filter(made_at__lte=clock.now() - KEPT_FOR).delete()
    erased = 0
    while True:
        with transaction.atomic():
            rows = Participant.objects.select_for_update(of=("self",)).select_related("activity__project")
            due = list(rows.filter(erased_at=None, erase_after__lt=clock.today()).order_by("pk")[:AT_ONCE])
            _erase(due, "expired", SYSTEM)
        erased += len(due)
        if len(due) < AT_ONCE:
            return erased


@app.periodic(cron="41 * * * *")
@app.task(name="programme:erase-people", queue="housekeeping")
def erase_people_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    erase_expired()


def _follow_moved_activities() -> None:
    last_day = ExpressionWrapper(F("activity__ends") + F("kept_days"), output_field=DateField())
    terms = Registration.objects.filter(activity=OuterRef("activity"))
    rows = Participant.objects.filter(erased_at=None).annotate(due=Subquery(terms.values(day=last_day)))
    rows.filter(due__isnull=False).exclude(due=F("erase_after")).update(
        erase_after=Subquery(terms.values(day=last_day))
    )


def _given_up(row: Participant) -> Participant:
    """Whoever asks to be erased before the activity is over does not come."""
    over = row.activity.ends < clock.today()
    if not over and ParticipantState.CANCELLED in NEXT[ParticipantState(row.state)]:
        row.state = ParticipantState.CANCELLED.value
    return row


def _erase(rows: Iterable[Participant], ground: str, actor: Actor) -> None:
    numbers = defaultdict(list)
    for row in rows:
        row.name = row.email = row.institution = row.role = row.certificate = ""
        row.consent_at, row.certified_on, row.erased_at = None, None, clock.now()
        row.travel_asked = None
        row.save()
        numbers[activity_subject(row.activity.project.code, row.activity.code)].append(row.pk)
    for subject, erased in numbers.items():
        record(PeopleErased(subject=subject, ground=ground, participants=tuple(erased)), actor=actor)
