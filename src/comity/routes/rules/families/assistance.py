"""Routes from State to State: a request under an instrument, on any channel, carried out by the requested State.

24/7 to 24/7, central authorities, direct judicial contact, INTERPOL, police to police, and the diplomatic way.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis
from comity.kernel.answer import Answer
from comity.kernel.country import CountryCode
from comity.kernel.language import language_name
from comity.kernel.sayable import listed, sayable
from comity.kernel.words import noted
from comity.routes.rules.bond import Bond, Bonds
from comity.routes.rules.capability import capability
from comity.routes.rules.competence import competent
from comity.routes.rules.compose import compose
from comity.routes.rules.offer import Offer, offers
from comity.routes.rules.part import NOT_RECORDED, Part, Step
from comity.routes.rules.question import Question
from comity.routes.rules.reason import URGENCY, Missing, Reason
from comity.routes.rules.reservation import reserved
from comity.routes.rules.route import Route

CHANNELS = frozenset(
    {Channel.NETWORK, Channel.CENTRAL, Channel.JUDICIAL, Channel.INTERPOL, Channel.POLICE, Channel.DIPLOMATIC}
)

NOT_URGENT = Reason(
    Answer.NO,
    noted("The case is not marked as urgent, and the article opens this channel in urgent circumstances only."),
    about=URGENCY,
)
URGENT = Reason(Answer.YES, noted("The case is marked as urgent."))


def assistance(law: Law, question: Question, bonds: Bonds) -> Iterator[Route]:
    """The ways by all that the instruments offer, from the requester to the requested State."""
    offered = offers(law, question, CHANNELS)
    sides = zip(offered, sending(law, question, offered), receiving(law, question, offered), strict=True)
    for offer, sends, receives in sides:
        yield compose(law, offer, (_footing(question, bonds[offer.instrument], offer.basis), sends, receives))


def terms(question: Question, basis: Basis) -> Part:
    """What the article itself demands, whoever the two States are."""
    urgency = () if not basis.urgent_only else (URGENT,) if question.urgent else (NOT_URGENT,)
    return Part(urgency, basis.conditions, basis.requirements)


def _footing(question: Question, bond: Bond, basis: Basis) -> Part:
    own = terms(question, basis)
    return own._replace(reasons=(bond.reason, *own.reasons), missing=bond.missing)


def sending(law: Law, question: Question, offered: tuple[Offer, ...]) -> tuple[Part, ...]:
    """The requester's part of each offer; remembered with the law."""
    key = ("sending", question.requester, question.measure, question.data_asked, question.stage)
    return law.remember(key, lambda: tuple(_sends(law, question.requester, offer, question.stage) for offer in offered))


def receiving(law: Law, question: Question, offered: tuple[Offer, ...]) -> tuple[Part, ...]:
    """The requested State's part of each offer; remembered with the law."""
    key = ("receiving", question.requested, question.measure, question.data_asked, question.stage)
    return law.remember(key, lambda: tuple(_receives(law, offer, question) for offer in offered))


def _sends(law: Law, country: CountryCode, offer: Offer, stage: Stage) -> Part:
    who = competent(law, country, offer.channel, stage, offer.instrument)
    step = Step(country, who.name, noted("sends the request"), NOT_RECORDED, who.identifier, who.known)
    missing = tuple(item._replace(decisive=False) for item in who.missing)
    return Part((who.reason._replace(decides=False),), missing=missing, steps=(step,))


def _receives(law: Law, offer: Offer, question: Question) -> Part:
    country, basis = question.requested, offer.basis
    who = competent(law, country, offer.channel, question.stage, offer.instrument)
    can = capability(law, country, basis, question.data_asked)
    declared = reserved(law, offer.instrument, basis.article, country)
    language, language_missing = _language(law, country)
    orders = can.ordered_by or NOT_RECORDED
    steps = [
        Step(country, who.name, noted("receives the request and sees to its execution"), "", who.identifier, who.known)
    ]
    if basis.powers:
        steps.append(
            Step(country, noted("Service provider or custodian"), noted("is ordered to act"), orders, "", known=False)
        )
    return Part(
        (who.reason, declared.reason, *((can.reason,) if basis.powers else ())),
        (*who.conditions, *declared.conditions, *can.conditions),
        language,
        can.detours,
        (*who.missing, *can.missing, *language_missing),
        tuple(steps),
        who.identifier,
    )


def _language(law: Law, country: CountryCode) -> tuple[tuple[str, ...], tuple[Missing, ...]]:
    finding = law.request_languages(country)
    if finding.value is None:
        missing = Missing(
            sayable("which languages {country} accepts", country=country), noted("its authority"), decisive=False
        )
        return (), (missing,)
    names = listed(map(language_name, finding.value))
    text = noted("Write to {country} in, or with a translation into: {languages}.")
    return (sayable(text, country=country, languages=names),), ()
