"""Moving the end of a shift that runs: somebody fell ill, or stays on for a colleague who is late."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.actions.find_shift import find_shift
from comity.people.actions.plan_shift import check_free, check_officer
from comity.people.models.user import User
from comity.people.rules.events import ShiftChanged
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.people.rules.shift import Span, check_span


@transaction.atomic
def change_shift(number: int, *, ends: datetime, by: User) -> None:
    """The running shift ends at `ends` (aware), which is now or later. `by` is a duty officer or an administrator.

    Raises NotEntitled, or Refused: no such shift, it does not run now, or the new end is not possible.
    """
    require(by, Role.DUTY_OFFICER, Role.ADMINISTRATOR)
    shift = find_shift(number)
    now = clock.now()
    if not shift.span.covers(now):
        raise Refused(
            "shift", say("Only a shift that runs can be given another end. Cancel one to come, and plan it anew.")
        )
    span = Span(shift.starts, ends.astimezone(UTC))
    if span.ends < now:
        raise Refused(
            "ends", say("That moment has passed. Choose now or a later end: nobody is taken off duty afterwards.")
        )
    check_span(span, shift.user.zone, shift.starts)
    if span.ends > shift.ends:
        # As planning does, so that two cannot overlap.
        User.objects.select_for_update(no_key=True).get(pk=shift.user_id)
        check_officer(shift.user, span)
        check_free(shift.user, span, but=shift.pk)
    before, shift.ends = shift.ends, span.ends
    shift.save(update_fields=["ends"])
    record(
        ShiftChanged(subject=shift.subject, username=shift.user.username, ends=span.ends, ends_before=before),
        actor=by.actor,
    )
