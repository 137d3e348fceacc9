"""Having seen a reminder: it leaves the list of those to look at, and goes no further up."""

from __future__ import annotations

from django.db import transaction

from comity.casework.models.reminder import Reminder
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.clock_events import ReminderSeen
from comity.casework.rules.events import request_subject
from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def see_reminder(number: int, *, by: User) -> None:
    """`by`, who has the reminder's role, has seen it. Twice is once.

    Raises NotFound for a reminder that is not raised, or of a request that `by` may not see; NotEntitled.
    """
    shown = Reminder.objects.filter(raised_at__isnull=False, clock__request__in=visible_requests(by))
    reminder = shown.select_related("clock__request").filter(pk=number).first()
    if reminder is None:
        raise NotFound("reminder")
    require(by, Role(reminder.role))
    if reminder.seen_at is not None:
        return
    event = ReminderSeen(
        subject=request_subject(reminder.clock.request.reference), rule=reminder.clock.rule, role=reminder.role
    )
    record(event, actor=by.actor)  # before the row, as whoever raises it does: see raise_reminders
    Reminder.objects.filter(pk=number, seen_at__isnull=True).update(seen_at=clock.now(), seen_by=by)
