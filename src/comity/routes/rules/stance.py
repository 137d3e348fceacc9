"""What each of two States contributes to the ways between them, apart: how far each way leads as far as one State alone
decides it. A way leads as far as the worse of the two sides, so all pairs follow from one stance of each State."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.country import CountryCode
from comity.routes.rules.bond import binds
from comity.routes.rules.compose import status_of
from comity.routes.rules.families import assistance, own_side, voluntary
from comity.routes.rules.offer import Offer, offers
from comity.routes.rules.part import Part
from comity.routes.rules.question import Question
from comity.routes.rules.route import RANK, Status

Stance = tuple[int, ...]
"""The rank of the worst that a State contributes to each way, in the order of `ways`."""


class Way(NamedTuple):
    """A way that the instruments offer for a measure, and the days it is expected to take."""

    title: str
    days: float


def ways(law: Law, question: Question) -> tuple[Way, ...]:
    """The ways between two States, in the order of the stances; for a domestic question, those at home."""
    titled = [Way(offer.title, law.channels[offer.channel].expected.most_days) for offer in _all_offers(law, question)]
    if _voluntary(law, question):
        entry = law.channels[Channel.PROVIDER]
        titled.append(Way(voluntary.title(law), entry.expected.most_days))
    return tuple(titled)


def requesting(law: Law, question: Question) -> Stance:
    """What the requester contributes; the requested State may be any other."""
    assisted, alone = _abroad(law, question)
    sends = assistance.sending(law, question, assisted)
    return (
        *(
            max(_bound(law, offer, question.requester), _rank(assistance.terms(question, offer.basis), part))
            for offer, part in zip(assisted, sends, strict=True)
        ),
        *(
            max(_bound(law, offer, question.requester), _rank(own_side.own_power(law, question, offer)))
            for offer in alone
        ),
        *((RANK[Status.UNKNOWN],) if _voluntary(law, question) else ()),
    )


def requested(law: Law, question: Question) -> Stance:
    """What the requested State contributes; the requester may be any other."""
    assisted, alone = _abroad(law, question)
    receives = assistance.receiving(law, question, assisted)
    return (
        *(
            max(_bound(law, offer, question.requested), _rank(part))
            for offer, part in zip(assisted, receives, strict=True)
        ),
        *(
            max(_bound(law, offer, question.requested), _rank(own_side.declarations(law, question, offer)))
            for offer in alone
        ),
        *((RANK[Status.UNKNOWN],) if _voluntary(law, question) else ()),
    )


def at_home(law: Law, question: Question) -> Stance:
    """What a State can do alone: the question's two States are the same."""
    return tuple(_rank(own_side.own_power(law, question, offer)) for offer in _all_offers(law, question))


def _abroad(law: Law, question: Question) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:
    return offers(law, question, assistance.CHANNELS), offers(law, question, own_side.CHANNELS)


def _all_offers(law: Law, question: Question) -> tuple[Offer, ...]:
    if question.domestic:
        return offers(law, question, own_side.DOMESTIC)
    assisted, alone = _abroad(law, question)
    return (*assisted, *alone)


def _voluntary(law: Law, question: Question) -> bool:
    return not question.domestic and question.measure in voluntary.MEASURES and Channel.PROVIDER in law.channels


def _bound(law: Law, offer: Offer, country: CountryCode) -> int:
    return _rank(Part((binds(law, offer.instrument, country),)))


def _rank(*parts: Part) -> int:
    return RANK[status_of(parts)]
