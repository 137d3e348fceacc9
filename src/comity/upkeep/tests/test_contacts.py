"""Direct details of authorities: who may read and keep them, four eyes, and that nothing else says them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.queries.entries import entries_about
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.upkeep.actions.confirm_contact import confirm_contact
from comity.upkeep.actions.load_contacts import load_contacts
from comity.upkeep.actions.record_contact import record_contact
from comity.upkeep.actions.withdraw_contact import withdraw_contact
from comity.upkeep.models import ContactDetail
from comity.upkeep.queries.contacts import contact_country, contact_figures, country_contacts
from comity.upkeep.rules.contact import GOOD_FOR, READERS, ContactKind, checked_value
from comity.upkeep.rules.refusal import NotFound, NotNow
from comity.upkeep.tests.conftest import NOW

UKRAINE = CountryCode("UA")
POINT = "ua-cyber-police"
NUMBER = "+380 44 000 00 00"
TODAY = NOW.date()


@pytest.fixture
def duty(make_editor: Callable[..., User]) -> User:
    return make_editor("duty", Role.DUTY_OFFICER)


def _recorded(by: User, **other: str) -> int:
    said = {"kind": "telephone", "value": NUMBER, "source": "Directory of October 2026", **other}
    return record_contact(UKRAINE, POINT, by=by, **said)


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("telephone", " +380  44 000 00 00 ", "+380 44 000 00 00"),
        ("mailbox", "Duty@UA.Example.NET", "Duty@ua.example.net"),
        ("other", "Secure portal of the network", "Secure portal of the network"),
    ],
)
def test_a_detail_is_kept_as_one_uses_it(kind: str, text: str, kept: str) -> None:
    assert checked_value(ContactKind(kind), text) == kept


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("telephone", "044 000 00 00"),
        ("telephone", "+380"),
        ("telephone", "+380 44 000 00 00; ext 5"),
        ("mailbox", "duty at example.net"),
        ("mailbox", "Anna <duty@example.net>"),
        ("mailbox", "duty@example"),
        ("other", "   "),
        ("other", "x" * 201),
        ("other", "a\x00b"),
    ],
)
def test_what_cannot_be_used_is_refused(kind: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_value(ContactKind(kind), text)
    assert refused.value.field == "value"


def test_a_detail_counts_once_somebody_else_confirmed_it(duty: User, editor: User) -> None:
    number = _recorded(duty)
    (office,) = country_contacts(duty, UKRAINE, TODAY).offices
    assert (office.details[0].standing, office.details[0].may_confirm) == ("waiting", False)
    with pytest.raises(NotNow, match="Somebody else must compare it"):
        confirm_contact(number, by=duty)
    assert country_contacts(editor, UKRAINE, TODAY).offices[0].details[0].may_confirm
    confirm_contact(number, by=editor)
    view = country_contacts(duty, UKRAINE, TODAY).offices[0].details[0]
    assert (view.value, view.standing, view.confirmed_by) == (NUMBER, "confirmed", editor.display_name)
    assert contact_figures(duty, TODAY)["UA"].open == 0
    later = TODAY + GOOD_FOR
    assert country_contacts(duty, UKRAINE, later).offices[0].details[0].standing == "due"
    assert contact_figures(duty, later)["UA"].open == 1


def test_the_database_holds_four_eyes_too(duty: User) -> None:
    row = ContactDetail.objects.get(pk=_recorded(duty))
    row.confirmed_by = duty
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_what_was_withdrawn_is_shown_as_no_longer_used(duty: User, editor: User) -> None:
    number = _recorded(duty)
    with pytest.raises(Refused, match="Say why"):
        withdraw_contact(number, " ", by=editor)
    withdraw_contact(number, "Nobody answers.", by=editor)
    held = country_contacts(duty, UKRAINE, TODAY)
    assert (held.offices, held.former[0].withdrawn_because) == ((), "Nobody answers.")
    with pytest.raises(NotNow, match="withdrawn meanwhile"):
        confirm_contact(number, by=editor)
    _recorded(duty)


@pytest.mark.parametrize("role", sorted(set(Role) - set(READERS)))
def test_no_other_role_reads_keeps_or_learns_of_them(make_editor: Callable[..., User], duty: User, role: Role) -> None:
    number, somebody = _recorded(duty), make_editor("somebody", role)
    for ask in (
        lambda: country_contacts(somebody, UKRAINE, TODAY),
        lambda: contact_figures(somebody, TODAY),
        lambda: contact_country(somebody, number),
        lambda: _recorded(somebody),
        lambda: confirm_contact(number, by=somebody),
        lambda: withdraw_contact(number, "Wrong.", by=somebody),
    ):
        with pytest.raises(NotEntitled):
            ask()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.APPROVER])
def test_who_only_reads_them_changes_nothing(make_editor: Callable[..., User], duty: User, role: Role) -> None:
    number, somebody = _recorded(duty), make_editor("somebody", role)
    held = country_contacts(somebody, UKRAINE, TODAY)
    assert (held.may_keep, held.offices[0].details[0].may_confirm) == (False, False)
    with pytest.raises(NotEntitled):
        confirm_contact(number, by=somebody)
    with pytest.raises(NotEntitled):
        _recorded(somebody, value="+380 44 000 00 01")


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"kind": "pigeon"}, "kind"),
        ({"value": ""}, "value"),
        ({"source": ""}, "source"),
        ({"note": "x" * 501}, "note"),
    ],
)
def test_what_is_missing_is_refused_at_its_field(duty: User, other: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        _recorded(duty, **other)
    assert refused.value.field == field


def test_an_authority_that_the_atlas_does_not_name_and_a_day_to_come_are_refused(duty: User) -> None:
    said = {"kind": "telephone", "value": NUMBER, "source": "Directory", "by": duty}
    with pytest.raises(Refused, match="Choose an authority"):
        record_contact(UKRAINE, "ua-nobody", **said)
    with pytest.raises(Refused, match="still to come"):
        record_contact(UKRAINE, POINT, checked=TODAY + timedelta(days=2), **said)
    with pytest.raises(NotFound):
        confirm_contact(77, by=duty)


def test_the_same_detail_is_not_recorded_twice(duty: User, editor: User) -> None:
    _recorded(duty)
    with pytest.raises(Refused, match="recorded for"):
        _recorded(editor)


def test_the_ledger_says_that_and_never_what(duty: User, editor: User) -> None:
    number = _recorded(duty)
    confirm_contact(number, by=editor)
    withdraw_contact(number, "Nobody answers.", by=editor)
    entries = entries_about("contacts:UA")
    assert {entry.name for entry in entries} == {"contact-recorded", "contact-confirmed", "contact-withdrawn"}
    assert NUMBER not in json.dumps([entry.payload for entry in entries])


def test_the_demonstration_has_made_up_details_and_one_country_that_waits(duty: User, editor: User) -> None:
    for _ in range(2):
        load_contacts(duty, editor)
    rows = list(ContactDetail.objects.all())
    assert {row.country for row in rows if not row.confirmed_at} == {"MD"}
    assert len({row.country for row in rows}) >= 4
    assert all(row.value.endswith((" 000 00 00", ".example.net")) for row in rows)
    assert clock.now() == NOW
