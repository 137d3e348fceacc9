"""Taking up again what was set aside: it waits to be registered, as it was left."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.casework.models.arrival import Arrival
from comity.casework.queries.arrivals import own_arrival
from comity.casework.rules.arrival.events import ArrivalTakenUp, arrival_subject
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def take_up_arrival(identity: UUID, *, by: User) -> None:
    """What was typed about it is still there. Nothing happens where it was not set aside.

    Raises NotFound, for somebody else's too; NotEntitled.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    row = own_arrival(Arrival.objects.defer("content").select_for_update(of=("self",), no_key=True), by, identity)
    if row.set_aside_at is None:
        return
    row.set_aside_at = row.set_aside_by = None
    row.set_aside_ground = row.set_aside_reason = ""
    row.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_ground", "set_aside_reason"])
    record(ArrivalTakenUp(subject=arrival_subject(row.id)), actor=by.actor)
