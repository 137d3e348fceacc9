"""Taking a shift off the roster before it begins."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.actions.find_shift import find_shift
from comity.people.models.user import User
from comity.people.rules.events import ShiftCancelled
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


@transaction.atomic
def cancel_shift(number: int, *, by: User) -> None:
    """The shift is no more. `by` is a duty officer or an administrator.

    Raises NotEntitled, or Refused: there is no such shift, or it has begun.
    """
    require(by, Role.DUTY_OFFICER, Role.ADMINISTRATOR)
    shift = find_shift(number)
    if shift.starts <= clock.now():
        raise Refused("shift", say("This shift has begun, and what was done in it stays. You can change when it ends."))
    event = ShiftCancelled(subject=shift.subject, username=shift.user.username, starts=shift.starts, ends=shift.ends)
    shift.delete()
    record(event, actor=by.actor)
