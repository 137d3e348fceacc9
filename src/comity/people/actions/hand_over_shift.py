"""Handing a shift over, with what the next officer must know."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.actions.find_shift import find_shift
from comity.people.models.shift import Shift
from comity.people.models.user import User
from comity.people.rules.events import ShiftHandedOver
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.people.rules.shift import LATE_NOTE, added_to, note_from


@transaction.atomic
def hand_over_shift(number: int, note: str, *, by: User) -> None:
    """The shift has a handover note. It still runs to its end, and until then more can be added to the note.

    `by` is the officer whose shift it is, or any duty officer. Raises NotEntitled, or Refused: no such shift, it has
    not begun, it ended over a day ago or was handed over, the note is empty or too long.
    """
    shift = find_shift(number)
    if by.pk != shift.user_id or not by.is_active:
        require(by, Role.DUTY_OFFICER)
    now = clock.now()
    text = note_from(note)
    _check(shift)
    shift.note = added_to(shift.note, text, now, shift.user.zone)
    shift.handed_over_at, shift.handed_over_by = now, by
    shift.save(update_fields=["note", "handed_over_at", "handed_over_by"])
    record(
        ShiftHandedOver(
            subject=shift.subject, username=shift.user.username, note_digest=Digest.of(shift.note.encode())
        ),
        actor=by.actor,
    )


def _check(shift: Shift) -> None:
    now = clock.now()
    if now < shift.starts:
        raise Refused("shift", say("This shift has not begun. There is nothing to hand over yet."))
    if shift.handed_over_at and now >= shift.ends:
        raise Refused(
            "shift", say("This shift was handed over and has ended. Write in the note of the shift that runs.")
        )
    if now >= shift.ends + LATE_NOTE:
        raise Refused("shift", say("This shift ended more than a day ago. Write in the note of the shift that runs."))
