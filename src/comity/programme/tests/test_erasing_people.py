"""People at events are forgotten: on request, by the office, and when the time is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.erase_people import erase_expired, erase_myself, erase_person
from comity.programme.actions.export_person import export_person
from comity.programme.actions.grant_travel import grant_travel
from comity.programme.actions.move_people import move_people
from comity.programme.models import Activity, Participant, RegistrationAttempt
from comity.programme.queries.people import PeopleFilter, people_of, personal_link
from comity.programme.queries.people_counts import people_counts
from comity.programme.rules.participation import ParticipantState
from comity.programme.tests.event import CODE, II, LAST_DAY, NOW, line, opened, planned, register
from comity.stateofplay.rules.refusal import ChangedMeanwhile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_2017")]

S = ParticipantState


@pytest.fixture
def in_2017(frozen_clock) -> None:
    frozen_clock(NOW)


@pytest.fixture
def activity(db) -> Activity:
    return planned()


@pytest.fixture
def token(activity, officer) -> str:
    return opened(officer)


def test_erased_a_person_is_a_number_and_a_country(token, officer, auditor) -> None:
    person = register(token)
    grant_travel(person.pk, Decimal(100), "EUR", by=officer)
    move_people(II, CODE, [person.pk], S.ATTENDED, by=officer)
    with pytest.raises(NotEntitled):
        erase_person(person.pk, by=auditor)
    with pytest.raises(NotEntitled):
        export_person(person.pk, by=auditor)
    erase_person(person.pk, by=officer)
    row = Participant.objects.get()
    assert (row.name, row.email, row.institution, row.role, row.certificate) == ("", "", "", "", "")
    assert (row.country, row.state, row.travel_amount) == ("GE", "attended", 100)
    counts = people_counts(line())
    assert (counts.erased, counts.attended, counts.institutions) == (1, 1, ())
    for action in (erase_person, export_person):
        with pytest.raises(NotFound):
            action(person.pk, by=officer)
    with pytest.raises(NotFound):
        erase_myself(personal_link(person.pk))
    assert len(people_of(line(), PeopleFilter())) == 0


def test_whoever_is_erased_before_the_activity_gives_the_place_up(token, officer) -> None:
    person = register(token)
    erase_myself(personal_link(person.pk))
    person.refresh_from_db()
    assert person.state == "cancelled"
    assert register(token).pk != person.pk


def test_everybody_is_erased_when_the_time_is_over(token, activity, officer) -> None:
    person, other = register(token), register(token, "p4@example.net")
    move_people(II, CODE, [person.pk], S.ATTENDED, by=officer)
    with clock.frozen(datetime(2018, 6, 22, 23, tzinfo=UTC)):
        assert erase_expired() == 0
    Activity.objects.filter(pk=activity.pk).update(ends=LAST_DAY + timedelta(days=10))
    with clock.frozen(datetime(2018, 6, 23, 1, tzinfo=UTC)):
        assert erase_expired() == 0, "The days count from the new last day."
    with clock.frozen(datetime(2018, 7, 3, 1, tzinfo=UTC)):
        assert erase_expired() == 2
        assert erase_expired() == 0
    assert not RegistrationAttempt.objects.exists()
    assert set(Participant.objects.values_list("pk", "state")) == {(person.pk, "attended"), (other.pk, "registered")}
    (entry,) = Entry.objects.filter(name="people-erased")
    assert entry.payload == {"ground": "expired", "participants": [person.pk, other.pk]}


def test_the_time_that_people_agreed_to_is_not_made_longer(token, officer) -> None:
    person = register(token)
    with pytest.raises(Refused, match="People agreed to 365 days"):
        opened(officer, version=1, kept_days=400)
    with pytest.raises(ChangedMeanwhile):
        opened(officer, version=0)
    opened(officer, version=1, kept_days=30)
    person.refresh_from_db()
    assert person.erase_after == LAST_DAY + timedelta(days=30)


def test_the_database_holds_nobody_half_erased_or_without_consent(token) -> None:
    person = register(token)
    for change in ({"erased_at": NOW}, {"consent": None}, {"email": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Participant.objects.filter(pk=person.pk).update(**change)
