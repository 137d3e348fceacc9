"""Composes a route from its parts: one status and one tree of reasons from all of them."""

from __future__ import annotations

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis, InstrumentFile
from comity.kernel.answer import Answer, all_of
from comity.routes.rules.offer import Offer
from comity.routes.rules.part import Part
from comity.routes.rules.reason import Reason
from comity.routes.rules.route import Route, Status


def compose(law: Law, offer: Offer, parts: tuple[Part, ...]) -> Route:
    """The way by `offer` that the parts make together."""
    own = law.instruments[offer.instrument].instrument
    return route(law, offer.channel, offer.title, parts, own, offer.basis)


def route(
    law: Law,
    channel: Channel,
    title: str,
    parts: tuple[Part, ...],
    instrument: InstrumentFile | None = None,
    basis: Basis | None = None,
) -> Route:
    """A way that may need no instrument."""
    reasons = tuple(reason for part in parts for reason in part.reasons)
    return Route(
        channel,
        law.channels[channel],
        instrument,
        basis,
        title,
        status_of(parts),
        Reason(_answer(parts), title, because=reasons),
        parts,
    )


def status_of(parts: tuple[Part, ...]) -> Status:
    """How far the parts lead together: as far as the worst of them alone."""
    detours, conditions = any(part.detours for part in parts), any(part.conditions for part in parts)
    match _answer(parts):
        case Answer.NO:
            return Status.CLOSED
        case Answer.UNKNOWN:
            return Status.UNKNOWN
    return Status.DEGRADED if detours else Status.CONDITIONS if conditions else Status.OPEN


def _answer(parts: tuple[Part, ...]) -> Answer:
    return all_of(reason.answer for part in parts for reason in part.reasons if reason.decides)
