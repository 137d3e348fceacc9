"""Saying that a direct detail is right: somebody else than who recorded it compared it, today."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import contact_for
from comity.upkeep.rules.contact_events import ContactConfirmed, contacts_subject
from comity.upkeep.rules.refusal import NotNow


@transaction.atomic
def confirm_contact(number: int, *, by: User) -> None:
    """May be done again, when it is due. Raises NotEntitled, NotFound, NotNow."""
    row = contact_for(by, number)
    if row.recorded_by_id == by.pk:
        raise NotNow(
            say("You recorded this yourself. Somebody else must compare it: a wrong number leads requests astray.")
        )
    row.confirmed_at, row.confirmed_by, row.checked = clock.now(), by, clock.today(by.zone)
    row.save(update_fields=["confirmed_at", "confirmed_by", "checked"])
    record(ContactConfirmed(subject=contacts_subject(row.country), number=row.pk), actor=by.actor)
