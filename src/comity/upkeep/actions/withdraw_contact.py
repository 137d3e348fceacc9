"""Saying that a direct detail is not to be used any more. It stays readable, so that an old number is known as one."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.upkeep.access import contact_for
from comity.upkeep.rules.contact import LONGEST_NOTE
from comity.upkeep.rules.contact_events import ContactWithdrawn, contacts_subject


@transaction.atomic
def withdraw_contact(number: int, reason: str, *, by: User) -> None:
    """Raises NotEntitled, NotFound, NotNow, or Refused where no reason is given."""
    row = contact_for(by, number)
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_NOTE:
        raise Refused(
            "reason",
            say("Say why it is not to be used any more, in at most {limit} characters.", limit=LONGEST_NOTE),
        )
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = clock.now(), by, why
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    record(ContactWithdrawn(subject=contacts_subject(row.country), number=row.pk, reason=why), actor=by.actor)
