"""Putting the week's reminder aside. Next week there is another, if anything is still due."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.upkeep.access import reminder_for
from comity.upkeep.rules.events import UpkeepReminderSeen


@transaction.atomic
def see_reminder(number: int, *, by: User) -> None:
    """Twice is once. Raises NotFound for a reminder that is not `by`'s own."""
    reminder = reminder_for(by, number)
    if reminder.seen_at is not None:
        return
    reminder.seen_at = clock.now()
    reminder.save(update_fields=["seen_at"])
    record(UpkeepReminderSeen(subject=by.subject, week=reminder.week.isoformat()), actor=by.actor)
