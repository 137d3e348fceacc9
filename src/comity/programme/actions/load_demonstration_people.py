"""People at a training of the demonstration world: made up, by part, not by name. Adds only what is missing."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from comity.kernel import clock
from comity.people.models.user import User
from comity.programme.actions.grant_travel import grant_travel
from comity.programme.actions.invite_people import invite_people
from comity.programme.actions.issue_certificate import issue_certificate
from comity.programme.actions.move_people import cancel_myself, move_people
from comity.programme.actions.open_registration import Terms, open_registration
from comity.programme.actions.register_person import register_myself
from comity.programme.models import Activity, Participant, Project, Registration
from comity.programme.queries.people import personal_link
from comity.programme.rules.activity import ActivityKind, ActivityState
from comity.programme.rules.details import Details
from comity.programme.rules.participation import Asked, EventRole, ParticipantState

PROJECT, CODE = "cybercrime-eap-iii", "demonstration-training"
_COUNTRIES = ("AM", "AZ", "BY", "GE", "MD", "UA")
_SAID = "Made up for the demonstration."


@transaction.atomic
def load_demonstration_people(officer: User) -> None:
    """Once: where a registration is there, nothing is added."""
    project = Project.objects.filter(code=PROJECT).first()
    if project is None or Registration.objects.exists():
        return
    today = clock.today()
    Activity.objects.create(
        project=project,
        code=CODE,
        kind=ActivityKind.TRAINING.value,
        title="Training on requests to service providers (demonstration)",
        says=_SAID,
        venue="Tbilisi",
        host="GE",
        countries=list(_COUNTRIES),
        starts=today - timedelta(days=1),
        ends=today + timedelta(days=1),
        state=ActivityState.UNDER_WAY.value,
        created_at=clock.now(),
        changed_at=clock.now(),
    )
    terms = Terms(today - timedelta(days=30), today + timedelta(days=1), capacity=10, asks=tuple(Asked))
    open_registration(PROJECT, CODE, terms, by=officer)
    addresses = " ".join(f"participant{number}@example.net" for number in range(1, 14))
    people = invite_people(PROJECT, CODE, addresses, by=officer)
    for number, pk in enumerate(people[:12], 1):
        _register(number, pk)
    move_people(PROJECT, CODE, people[:9], ParticipantState.ACCEPTED, by=officer)
    move_people(PROJECT, CODE, people[9:10], ParticipantState.DECLINED, by=officer)
    move_people(PROJECT, CODE, people[:6], ParticipantState.ATTENDED, by=officer)
    move_people(PROJECT, CODE, people[6:7], ParticipantState.ABSENT, by=officer)
    cancel_myself(personal_link(people[11]))
    for pk in people[1:3]:
        grant_travel(pk, Decimal("450.00"), "EUR", by=officer)
    issue_certificate(Participant.objects.get(email="participant4@example.net").pk, by=officer)


def _register(number: int, pk: int) -> None:
    institution = ("Ministry", "Police", "Prosecution service", "Service provider")[number % 4]
    role = EventRole.TRAINER if number == 1 else EventRole.PARTICIPANT
    country = _COUNTRIES[number % 6]
    said = Details(f"Participant {number}", institution, country, role.value, travel=country != "GE")
    register_myself(personal_link(pk), said, consent=True, address=f"192.0.2.{number}")
