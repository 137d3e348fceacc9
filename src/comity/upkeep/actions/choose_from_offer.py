"""Choosing from an offered pack, fact by fact: take it, or keep what stands here. Nothing changes before another editor
confirms it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.queries.offers import Offer
from comity.atlas.queries.pack_versions import PackVersion
from comity.atlas.queries.soundness import sound
from comity.kernel import clock
from comity.kernel.words import say, say_count
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role
from comity.upkeep.models import ChoiceState, OfferChoice
from comity.upkeep.queries.offers import open_offer, standing_beside
from comity.upkeep.rules.applying import applied
from comity.upkeep.rules.exchange_events import OfferChosen
from comity.upkeep.rules.reason import checked_reason
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.three_ways import Difference, compared


@transaction.atomic
def choose_from_offer(number: int, choices: Mapping[int, bool] | bool, reason: str, *, on: str, by: User) -> None:
    """`choices` says for each difference whether it is taken; True takes all, False keeps everything here. `on` is the
    digest of the version that was compared. A choice of one's own that still waits is replaced.

    Raises NotEntitled; PackRefused for a difference without a choice, a pack that changed meanwhile, an offer that is
    decided or under another editor's choice; Unsound where what was chosen may not stand together.
    """
    require(by, Role.EDITOR)
    hold_packs()
    offer = open_offer(number)
    here = standing_beside(offer, on)
    why = checked_reason(reason, say("Say why: the second editor reads it, and the history keeps it."))
    lines = compared(here.content, offer.content, None)
    taken = _taken(lines, choices)
    whole = len(taken) == len(lines) and choices is not False
    _check_sound(offer, here, taken, whole=whole)
    waiting = OfferChoice.objects.filter(offer_id=number, state=ChoiceState.WAITING).first()
    if waiting and waiting.chosen_by_id != by.pk:
        raise PackRefused(
            say(
                "{name} has chosen from this offer already. Confirm that choice, or return it.",
                name=waiting.chosen_by.display_name,
            )
        )
    OfferChoice.objects.update_or_create(
        offer_id=number,
        state=ChoiceState.WAITING,
        defaults={
            "on": on,
            "taken": [line.change.as_json() for line in taken],
            "whole": whole,
            "reason": why,
            "chosen_by": by,
            "chosen_at": clock.now(),
        },
    )
    record(
        OfferChosen(
            subject=f"pack:{offer.name}",
            pack=offer.name,
            digest=offer.digest,
            taken=len(taken),
            whole=whole,
            reason=why,
        ),
        actor=by.actor,
    )


def _taken(lines: tuple[Difference, ...], choices: Mapping[int, bool] | bool) -> list[Difference]:
    if isinstance(choices, bool):
        return list(lines) if choices else []
    missing = [line for line in lines if line.number not in choices]
    if missing:
        raise PackRefused(
            say_count(
                "One difference has no choice yet. Choose for each: take what is offered, or keep what stands here.",
                "{count} differences have no choice yet. Choose for each: take what is offered, or keep what stands "
                "here.",
                len(missing),
            )
        )
    return [line for line in lines if choices[line.number]]


def _check_sound(offer: Offer, here: PackVersion, taken: list[Difference], *, whole: bool) -> None:
    """Before anybody is asked to confirm it. Raises Unsound."""
    if whole:
        sound(offer.name, offer.kind, offer.content, offer.floors)
    elif taken:
        content = applied([line.change for line in taken], here.content)
        sound(here.name, here.kind, content, here.floors)
