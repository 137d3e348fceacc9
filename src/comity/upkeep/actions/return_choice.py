"""Returning a choice from an offer: somebody chooses anew. Whoever chose may take their own choice back so."""

from __future__ import annotations

from django.db import transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.upkeep.models import ChoiceState
from comity.upkeep.queries.offers import open_offer, waiting_choice
from comity.upkeep.rules.exchange_events import OfferChoiceReturned
from comity.upkeep.rules.reason import checked_reason


@transaction.atomic
def return_choice(number: int, remark: str, *, choice: int, chosen_at: str, by: User) -> None:
    """Raises NotEntitled, PackRefused: no remark, or a choice that changed meanwhile."""
    require(by, Role.EDITOR)
    hold_packs()
    offer = open_offer(number)
    waiting = waiting_choice(number, choice, chosen_at)
    waiting.remark = checked_reason(remark, say("Say what should be chosen otherwise."))
    waiting.state, waiting.decided_by, waiting.decided_at = ChoiceState.RETURNED, by, clock.now()
    waiting.save(update_fields=["state", "decided_by", "decided_at", "remark"])
    record(
        OfferChoiceReturned(subject=f"pack:{offer.name}", pack=offer.name, digest=offer.digest, reason=waiting.remark),
        actor=by.actor,
    )
