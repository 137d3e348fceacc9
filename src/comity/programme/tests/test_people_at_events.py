"""People at events on PostgreSQL: from the invitation to the certificate, its file and its figures."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.conf import settings

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.ledger.models import Entry
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.erase_people import erase_person
from comity.programme.actions.export_person import export_myself
from comity.programme.actions.grant_travel import grant_travel
from comity.programme.actions.invite_people import invite_people
from comity.programme.actions.issue_certificate import issue_certificate
from comity.programme.actions.move_people import cancel_myself, move_people
from comity.programme.actions.open_registration import close_registration
from comity.programme.actions.register_person import register_myself
from comity.programme.models import Activity, Participant, RegistrationAttempt
from comity.programme.queries.certificate import certificate_file
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.measures.measure import Scope
from comity.programme.queries.people import PeopleFilter, people_of, personal_link
from comity.programme.queries.people_counts import people_counts
from comity.programme.queries.people_file import people_csv
from comity.programme.queries.people_trained import people_trained, people_trained_by_country
from comity.programme.queries.registration import own_view, registration_by
from comity.programme.rules.details import Details
from comity.programme.rules.participation import ParticipantState
from comity.programme.rules.refusal import NotOpen
from comity.programme.tests.event import CODE, II, LAST_DAY, NOW, line, opened, planned, register
from comity.upkeep.rules.refusal import TooMany

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


def test_from_the_registration_to_the_certificate(token, officer) -> None:
    person = register(token)
    assert (person.state, person.consent, person.erase_after) == ("registered", 1, LAST_DAY + timedelta(days=365))
    assert move_people(II, CODE, [person.pk], S.ACCEPTED, by=officer) == 1
    grant_travel(person.pk, Decimal("450.50"), "eur", by=officer)
    with pytest.raises(Refused, match="for who attended"):
        issue_certificate(person.pk, by=officer)
    assert move_people(II, CODE, [person.pk], S.ATTENDED, by=officer) == 1
    number = issue_certificate(person.pk, by=officer)
    assert number == issue_certificate(person.pk, by=officer) == "CYBERCRIME-EAP-II/PEOPLE-TEST/1"
    made = certificate_file(person.pk, organisation=settings.ENV.organisation)
    assert made.startswith(b"%PDF")
    assert b"pdfaid" in made
    assert made == certificate_file(person.pk, organisation=settings.ENV.organisation)
    counts = people_counts(line())
    assert (counts.total, counts.attended, counts.travel) == (1, 1, (("EUR", Decimal("450.50")),))
    said = str(list(Entry.objects.values_list("payload", "subject", "actor_display")))
    assert "Participant 3" not in said
    assert "example.net" not in said
    assert "Ministry" not in said


def test_a_second_registration_changes_nothing_and_says_the_same(token) -> None:
    first = register(token)
    entries = Entry.objects.count()
    again = register(token, "P3@Example.net", name="Somebody else")
    assert (again.pk, again.name, Entry.objects.count()) == (first.pk, "Participant 3", entries)


def test_places_then_a_waiting_list(activity, officer) -> None:
    token = opened(officer, capacity=1)
    first, second = register(token), register(token, "p4@example.net")
    assert (first.state, second.state) == ("registered", "waiting-list")
    assert move_people(II, CODE, [second.pk], S.ACCEPTED, by=officer) == 1
    with pytest.raises(Refused, match="All 1 places are given"):
        move_people(II, CODE, [first.pk], S.ACCEPTED, by=officer)


def test_a_link_that_is_unknown_closed_or_not_yet_open_says_the_same(token, officer) -> None:
    def refused(token: str) -> None:
        with pytest.raises(NotOpen):
            registration_by(token)
        with pytest.raises(NotOpen):
            register(token)

    refused("unknown")
    refused("\x00")
    opened(officer, version=1, opens=date(2017, 6, 21))
    refused(token)
    opened(officer, version=2)
    close_registration(II, CODE, by=officer)
    refused(token)
    assert not Participant.objects.exists()


def test_whoever_is_invited_registers_by_their_own_link(token, officer, drafter) -> None:
    with pytest.raises(NotEntitled):
        invite_people(II, CODE, "p5@example.net", by=drafter)
    (number,) = invite_people(II, CODE, "p5@example.net", by=officer)
    assert invite_people(II, CODE, "P5@example.net", by=officer) == ()
    with pytest.raises(Refused, match="registers first"):
        move_people(II, CODE, [number], S.ACCEPTED, by=officer)
    link = personal_link(number)
    assert own_view(link).registers
    register_myself(link, Details("Participant 5", country="UA"), consent=True, address="")
    register_myself(link, Details("Participant 5a", country="UA"), consent=True, address="")
    view = own_view(link)
    assert (view.name, view.state, view.email) == ("Participant 5a", S.REGISTERED, "p5@example.net")
    assert export_myself(link)["country"] == "UA"
    cancel_myself(link)
    assert own_view(link).state is S.CANCELLED
    with pytest.raises(NotFound):
        own_view(f"{number}-{'0' * 40}")


def test_a_certificate_keeps_the_name_that_it_bears(token, officer) -> None:
    person = register(token)
    link = personal_link(person.pk)
    move_people(II, CODE, [person.pk], S.ATTENDED, by=officer)
    issue_certificate(person.pk, by=officer)
    with pytest.raises(Refused, match="bears your name"):
        register_myself(link, Details("Somebody else"), consent=True, address="")
    register_myself(link, Details("Participant 3", "Police"), consent=True, address="")
    assert move_people(II, CODE, [person.pk], S.ABSENT, by=officer) == 1
    assert own_view(link).certificate == ""


def test_moving_many_is_all_or_nothing(token, officer) -> None:
    first, second = register(token), register(token, "p4@example.net")
    cancel_myself(personal_link(second.pk))
    with pytest.raises(Refused, match="cancelled cannot become accepted"):
        move_people(II, CODE, [first.pk, second.pk], S.ACCEPTED, by=officer)
    with pytest.raises(NotFound):
        move_people(II, CODE, [first.pk, 10**9], S.ACCEPTED, by=officer)
    with pytest.raises(Refused, match="Nobody is ticked"):
        move_people(II, CODE, [], S.ACCEPTED, by=officer)
    first.refresh_from_db()
    assert first.state == "registered"


def test_nobody_has_come_before_the_first_day(token, officer) -> None:
    person = register(token)
    with clock.frozen(NOW - timedelta(days=1)), pytest.raises(Refused, match="nobody can have come yet"):
        move_people(II, CODE, [person.pk], S.ATTENDED, by=officer)


def test_a_flood_is_turned_away_and_nothing_is_lost(token) -> None:
    person = register(token, address="198.51.100.1")
    for number in range(59):
        register(token, address=f"192.0.2.{number // 10}")
    with pytest.raises(TooMany, match="what you wrote is still here"):
        register(token, "late@example.net", address="203.0.113.9")
    assert RegistrationAttempt.objects.count() == 60
    with clock.frozen(NOW + timedelta(minutes=1)):
        register(token, "late@example.net", address="203.0.113.9")
    person.refresh_from_db()
    assert person.name == "Participant 3"


def test_twenty_an_hour_from_one_network(token) -> None:
    for _ in range(20):
        register(token)
    with pytest.raises(TooMany, match="from your network within an hour"):
        register(token)
    register(token, address="192.0.2.2")


def test_nothing_in_the_table_is_a_formula(token) -> None:
    register(token, name="=cmd|' /C calc'!A0", institution="@SUM(1)", email="+a@example.net")
    text = people_csv(line(), PeopleFilter())
    row = text.splitlines()[1]
    assert "'=cmd" in row
    assert "'@SUM" in row
    assert "'+a@example.net" in row


def test_filters(token) -> None:
    register(token)
    register(token, "p4@example.net", country="UA", travel=False, institution="Academy")
    found = [
        len(people_of(line(), wanted))
        for wanted in (
            PeopleFilter(),
            PeopleFilter("ACADEMY"),
            PeopleFilter(state="registered"),
            PeopleFilter(state="absent"),
            PeopleFilter(country="UA"),
            PeopleFilter(travel=True),
            PeopleFilter("\x00nobody"),
        )
    ]
    assert found == [2, 1, 2, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("amount", "currency"), [("0", "EUR"), ("-1", "EUR"), ("1.005", "EUR"), ("1", "Euro"), ("NaN", "EUR")]
)
def test_travel_support_is_an_amount_in_a_currency(token, officer, amount: str, currency: str) -> None:
    person = register(token)
    with pytest.raises(Refused):
        grant_travel(person.pk, Decimal(amount), currency, by=officer)
    grant_travel(person.pk, Decimal("0.01"), "EUR", by=officer)
    grant_travel(person.pk, None, by=officer)
    assert people_counts(line()).travel == ()


def test_people_trained_counts_who_came_even_once_erased(token, activity, officer) -> None:
    people = [register(token, f"p{number}@example.net", country=code) for number, code in enumerate(("GE", "UA", ""))]
    move_people(II, CODE, [each.pk for each in people], S.ATTENDED, by=officer)
    erase_person(people[0].pk, by=officer)
    year = date(2017, 1, 1), date(2017, 12, 31)
    compute = MEASURES["people-trained"].compute
    assert (compute(Scope(II, ["GE", "AM"]), *year), compute(Scope(II, ["AM"]), *year)) == (1, 0)
    assert compute(Scope(II, ["GE"]), date(2018, 1, 1), date(2018, 12, 31)) is None
    assert compute(Scope("cybercrime-eap-iii", ["GE", "AM"]), *year) is None
    assert people_trained(*year) == 3
    assert people_trained(*year, ["GE", "AM"]) == 1
    assert people_trained_by_country(*year, project=II) == {"": 1, "GE": 1, "UA": 1}
    assert people_trained(*year, project="cybercrime-eap-iii") == 0
    assert people_trained(date(2017, 6, 23), date(2017, 12, 31)) == 0
    Activity.objects.filter(pk=activity.pk).update(kind="study")
    assert people_trained(*year) == 0
