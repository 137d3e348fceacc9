"""Confirming what another editor chose from an offer: what was taken is a new version, and the offer is decided."""

from __future__ import annotations

from django.db import transaction

from comity.atlas.actions.close_offer import close_offer
from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.actions.load_packs import RELEASE
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import Origin
from comity.atlas.queries.offers import Offer
from comity.atlas.queries.pack_versions import PackVersion
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.packkit.pack import Label
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.upkeep.models import ChoiceState, OfferChoice
from comity.upkeep.queries.offers import open_offer, standing_beside, waiting_choice
from comity.upkeep.rules.applying import applied
from comity.upkeep.rules.difference import Change
from comity.upkeep.rules.exchange_events import OfferDecided
from comity.upkeep.rules.refused_pack import PackRefused


@transaction.atomic
def confirm_choice(number: int, *, choice: int, chosen_at: str, by: User) -> str:
    """`number` is the offer's, `choice` that of the choice as `by` read it, `chosen_at` its moment in ISO form. Returns
    the digest of what came of it; empty where everything here was kept.

    Raises NotEntitled; PackRefused: one's own choice, a choice or pack that changed meanwhile; Unsound.
    """
    require(by, Role.EDITOR)
    hold_packs()
    offer = open_offer(number)
    waiting = waiting_choice(number, choice, chosen_at)
    if waiting.chosen_by_id == by.pk:
        raise PackRefused(say("You chose this yourself: another editor confirms it."))
    here = standing_beside(offer, waiting.on)
    published = _publish(offer, here, waiting, by) if waiting.taken or waiting.whole else ""
    waiting.state, waiting.decided_by, waiting.decided_at = ChoiceState.CONFIRMED, by, clock.now()
    waiting.save(update_fields=["state", "decided_by", "decided_at"])
    close_offer(number, taken=bool(published), actor=by.actor)
    record(
        OfferDecided(
            subject=f"pack:{offer.name}",
            pack=offer.name,
            digest=offer.digest,
            taken=len(waiting.taken),
            published=published,
        ),
        actor=by.actor,
    )
    return published


def _publish(offer: Offer, here: PackVersion, choice: OfferChoice, by: User) -> str:
    """All of it is the offered version itself; a part of it is an edit of what stands here."""
    if choice.whole:
        label = Label(kind=offer.kind, title=offer.title, version=offer.version, floors=dict(offer.floors))
        return publish_pack(
            offer.name,
            offer.content,
            on=here.digest,
            origin=Origin.SHIPPED if offer.came_from == RELEASE else Origin.IMPORTED,
            came_from=offer.came_from,
            why=choice.reason,
            actor=by.actor,
            label=label,
        )
    return publish_pack(
        offer.name,
        applied([Change.from_json(kept) for kept in choice.taken], here.content),
        on=here.digest,
        origin=Origin.EDITED,
        came_from=choice.chosen_by.actor.reference,
        why=choice.reason,
        actor=by.actor,
    )
