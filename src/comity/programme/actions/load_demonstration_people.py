"""People at a training of the demonstration world: made up, by part, not by name. Adds only what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from comity.atlas.rules.packs.overview import ActivityKind
from comity.kernel import clock
from comity.people.models.user import User
from comity.programme.actions.grant_travel import grant_travel
from comity.programme.actions.invite_people import invite_people
from comity.programme.actions.issue_certificate import issue_certificate
from comity.programme.actions.load_demonstration_activities import CODE as PROJECT
from comity.programme.actions.load_demonstration_activities import OFFICE
from comity.programme.actions.move_activity import move_activity
from comity.programme.actions.move_people import cancel_myself, move_people
from comity.programme.actions.open_registration import Terms, open_registration
from comity.programme.actions.plan_activity import plan_activity
from comity.programme.actions.register_person import register_myself
from comity.programme.models import Participant, Project, Registration
from comity.programme.queries.people import personal_link
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.programme.rules.details import Details
from comity.programme.rules.participation import Asked, EventRole, ParticipantState

_COUNTRIES = ("AM", "AZ", "BY", "GE", "MD", "UA")


@transaction.atomic
def load_demonstration_people(officer: User) -> None:
    """Once: where a registration is there, nothing is added."""
    if Registration.objects.exists() or not Project.objects.filter(code=PROJECT).exists():
        return
    today = clock.today(officer.zone)
    code = _training(officer, today)
    terms = Terms(today - timedelta(days=30), today + timedelta(days=1), capacity=10, asks=tuple(Asked))
    open_registration(PROJECT, code, terms, by=officer)
    addresses = " ".join(f"participant{number}@example.net" for number in range(1, 14))
    people = invite_people(PROJECT, code, addresses, by=officer)
    for number, pk in enumerate(people[:12], 1):
        _register(number, pk)
    move_people(PROJECT, code, people[:9], ParticipantState.ACCEPTED, by=officer)
    move_people(PROJECT, code, people[9:10], ParticipantState.DECLINED, by=officer)
    move_people(PROJECT, code, people[:6], ParticipantState.ATTENDED, by=officer)
    move_people(PROJECT, code, people[6:7], ParticipantState.ABSENT, by=officer)
    cancel_myself(personal_link(people[11]))
    for pk in people[1:3]:
        grant_travel(pk, Decimal("450.00"), "EUR", by=officer)
    issue_certificate(Participant.objects.get(email="participant4@example.net").pk, by=officer)


def _training(officer: User, today: date) -> str:
    words = ActivityWords(
        title="Training on requests to service providers",
        kind=ActivityKind.TRAINING,
        starts=today - timedelta(days=1),
        ends=today + timedelta(days=1),
        venue="Tbilisi",
        host="GE",
        countries=_COUNTRIES,
        organisers=(OFFICE,),
    )
    code = plan_activity(PROJECT, words, by=officer)
    move_activity(PROJECT, code, ActivityState.UNDER_WAY, version=1, by=officer)
    return code


def _register(number: int, pk: int) -> None:
    institution = ("Ministry", "Police", "Prosecution service", "Service provider")[number % 4]
    role = EventRole.TRAINER if number == 1 else EventRole.PARTICIPANT
    country = _COUNTRIES[number % 6]
    said = Details(f"Participant {number}", institution, country, role.value, travel=country != "GE")
    register_myself(personal_link(pk), said, consent=True, address=f"192.0.2.{number}")
