"""Routes that the requesting side walks itself: a domestic order, an order to a provider, consent, public data."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.answer import Answer
from comity.kernel.words import noted
from comity.routes.rules.bond import Bonds
from comity.routes.rules.capability import capability
from comity.routes.rules.competence import competent
from comity.routes.rules.compose import compose
from comity.routes.rules.offer import Offer, offers
from comity.routes.rules.part import NOT_RECORDED, Part, Step
from comity.routes.rules.question import Question
from comity.routes.rules.reason import Reason
from comity.routes.rules.reservation import reserved
from comity.routes.rules.route import Route

CHANNELS = frozenset({Channel.PROVIDER, Channel.CONSENT})
DOMESTIC = frozenset({Channel.DOMESTIC})


def own_side(law: Law, question: Question, bonds: Bonds) -> Iterator[Route]:
    """The ways abroad for which the requester's own law must give the power."""
    for offer in offers(law, question, CHANNELS):
        yield compose(law, offer, (_footing(law, question, bonds, offer), own_power(law, question, offer)))


def domestic(law: Law, question: Question) -> Iterator[Route]:
    """The ways at home, for which nobody else needs to be asked."""
    for offer in offers(law, question, DOMESTIC):
        yield compose(law, offer, (own_power(law, question, offer),))


def _footing(law: Law, question: Question, bonds: Bonds, offer: Offer) -> Part:
    bond, declared = bonds[offer.instrument], declarations(law, question, offer)
    return declared._replace(reasons=(bond.reason, *declared.reasons), missing=bond.missing)


def declarations(law: Law, question: Question, offer: Offer) -> Part:
    """What the other State's declarations leave of the offer."""
    declared = reserved(law, offer.instrument, offer.basis.article, question.requested)
    return Part((declared.reason,), declared.conditions)


def own_power(law: Law, question: Question, offer: Offer) -> Part:
    """The requester's power for the offer; remembered with the law."""
    key = ("own side", question.requester, question.measure, offer.title, question.stage, question.data_asked)
    return law.remember(key, lambda: _own_power(law, question, offer))


def _own_power(law: Law, question: Question, offer: Offer) -> Part:
    instrument, basis, channel = offer.instrument, offer.basis, offer.channel
    country = question.requester
    who = competent(law, country, Channel.DOMESTIC, question.stage, instrument)
    can = capability(law, country, basis, question.data_asked)
    holder = Channel.PROVIDER if channel is Channel.DOMESTIC else channel
    other = competent(law, country, holder, question.stage, instrument).name
    orders = can.ordered_by or NOT_RECORDED
    steps = (
        Step(country, who.name, noted("obtains the order or the consent"), orders, "", who.known),
        Step("", other, noted("holds the data"), "", "", known=False),
    )
    reasons: tuple[Reason, ...] = (can.reason,) if basis.powers else (Reason(Answer.YES, _NO_POWER),)
    conditions = (*basis.conditions, *can.conditions)
    return Part(reasons, conditions, basis.requirements, can.detours, can.missing, steps)


_NO_POWER = noted("No coercive power is needed.")
