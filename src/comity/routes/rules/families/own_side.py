"""Routes that the requesting side walks itself: a domestic order, an order to a provider, consent, public data."""

from __future__ import annotations

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis
from comity.kernel.answer import Answer
from comity.routes.rules.bond import Bond, Bonds
from comity.routes.rules.capability import capability
from comity.routes.rules.competence import competent
from comity.routes.rules.compose import compose, titled
from comity.routes.rules.part import NOT_RECORDED, Part, Step
from comity.routes.rules.question import Question
from comity.routes.rules.reason import Reason
from comity.routes.rules.reservation import reserved
from comity.routes.rules.route import Route

CHANNELS = frozenset({Channel.DOMESTIC, Channel.PROVIDER, Channel.CONSENT})


def own_side(law: Law, question: Question, bonds: Bonds, instrument: str, basis: Basis, channel: Channel) -> Route:
    """The route by `basis` on `channel`, for which the requester's own law must give the power."""
    title = titled(law, channel, instrument, basis.article)
    power = _power(law, question, basis, channel, instrument)
    parts = (
        (power,)
        if channel is Channel.DOMESTIC
        else (_footing(law, question, bonds[instrument], instrument, basis), power)
    )
    return compose(law, channel, instrument, basis, title, parts)


def _footing(law: Law, question: Question, bond: Bond, instrument: str, basis: Basis) -> Part:
    declared = reserved(law, instrument, basis.article, question.requested)
    return Part((bond.reason, declared.reason), declared.conditions, missing=bond.missing)


def _power(law: Law, question: Question, basis: Basis, channel: Channel, instrument: str) -> Part:
    key = ("own side", question.requester, instrument, id(basis), channel, question.stage, question.data_asked)
    if key not in law.remembered:
        country = question.requester
        who = competent(law, country, Channel.DOMESTIC, question.stage, instrument)
        can = capability(law, country, basis, question.data_asked)
        orders = can.ordered_by or NOT_RECORDED
        holder = Channel.PROVIDER if channel is Channel.DOMESTIC else channel
        other = competent(law, country, holder, question.stage, instrument).name
        steps = (
            Step(country, who.name, "obtains the order or the consent", orders, "", who.known),
            Step("", other, "holds the data", "", "", known=False),
        )
        reasons: tuple[Reason, ...] = (can.reason,) if basis.powers else (Reason(Answer.YES, _NO_POWER),)
        law.remembered[key] = Part(
            reasons,
            (*basis.conditions, *can.conditions),
            basis.requirements,
            can.detours,
            can.missing,
            steps,
        )
    part: Part = law.remembered[key]
    return part


_NO_POWER = "No coercive power is needed."
