"""Setting aside what arrived and is no request of ours. The file is kept, and it can be taken up again."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.casework.models.arrival import Arrival
from comity.casework.queries.arrivals import own_arrival
from comity.casework.rules.arrival.events import ArrivalSetAside, arrival_subject
from comity.casework.rules.arrival.setting_aside import ground_of, words_of
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def set_aside_arrival(identity: UUID, *, ground: str, reason: str, by: User) -> None:
    """It leaves the list of what waits to be registered. Set aside again, it keeps the first ground.

    Raises NotFound, for somebody else's too; NotEntitled; Refused for a ground that is not on the list, without words,
    and for what is registered already.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    row = own_arrival(Arrival.objects.defer("content").select_for_update(of=("self",), no_key=True), by, identity)
    chosen, words = ground_of(ground), words_of(reason)
    if row.request is not None:
        sentence = say(
            "It is registered already, as {reference}. Refuse that request, or note there what it is.",
            reference=row.request.reference,
        )
        raise refused("", say("Set aside"), sentence)
    if row.set_aside_at is not None:
        return
    row.set_aside_at, row.set_aside_by = clock.now(), by
    row.set_aside_ground, row.set_aside_reason = chosen.value, words
    row.save(update_fields=["set_aside_at", "set_aside_by", "set_aside_ground", "set_aside_reason"])
    record(ArrivalSetAside(subject=arrival_subject(row.id), ground=chosen.value, reason=words), actor=by.actor)
