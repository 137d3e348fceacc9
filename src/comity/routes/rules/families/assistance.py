"""Routes from State to State: a request under an instrument, on any channel, carried out by the requested State.

24/7 to 24/7, central authorities, direct judicial contact, INTERPOL, police to police, and the diplomatic way.
"""

from __future__ import annotations

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis
from comity.kernel.answer import Answer
from comity.kernel.country import CountryCode
from comity.kernel.language import language_name
from comity.routes.rules.bond import Bond, Bonds
from comity.routes.rules.capability import capability
from comity.routes.rules.competence import competent
from comity.routes.rules.compose import compose, titled
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
    "The case is not marked as urgent, and the article opens this channel in urgent circumstances only.",
    about=URGENCY,
)
URGENT = Reason(Answer.YES, "The case is marked as urgent.")


def assistance(law: Law, question: Question, bonds: Bonds, instrument: str, basis: Basis, channel: Channel) -> Route:
    """The route by `basis` on `channel` from the requester to the requested State."""
    title = titled(law, channel, instrument, basis.article)
    parts = (
        _footing(question, bonds[instrument], basis),
        _requester(law, question.requester, instrument, channel, question),
        _requested(law, question.requested, instrument, basis, channel, question),
    )
    return compose(law, channel, instrument, basis, title, parts)


def _footing(question: Question, bond: Bond, basis: Basis) -> Part:
    urgency = () if not basis.urgent_only else (URGENT,) if question.urgent else (NOT_URGENT,)
    return Part((bond.reason, *urgency), basis.conditions, basis.requirements, missing=bond.missing)


def _requester(law: Law, country: CountryCode, instrument: str, channel: Channel, question: Question) -> Part:
    key = ("requester", country, instrument, channel, question.stage)
    if key not in law.remembered:
        who = competent(law, country, channel, question.stage, instrument)
        steps = (
            Step(
                country,
                who.name,
                "sends the request",
                NOT_RECORDED,
                who.identifier,
                who.known,
            ),
        )
        missing = tuple(item._replace(decisive=False) for item in who.missing)
        law.remembered[key] = Part((who.reason._replace(decides=False),), missing=missing, steps=steps)
    part: Part = law.remembered[key]
    return part


def _requested(
    law: Law, country: CountryCode, instrument: str, basis: Basis, channel: Channel, question: Question
) -> Part:
    data = question.data_asked
    key = ("requested", country, instrument, id(basis), channel, question.stage, data)
    if key not in law.remembered:
        law.remembered[key] = _receives(law, country, instrument, basis, channel, question)
    part: Part = law.remembered[key]
    return part


def _receives(
    law: Law, country: CountryCode, instrument: str, basis: Basis, channel: Channel, question: Question
) -> Part:
    who = competent(law, country, channel, question.stage, instrument)
    can = capability(law, country, basis, question.data_asked)
    declared = reserved(law, instrument, basis.article, country)
    language, language_missing = _language(law, country)
    orders = can.ordered_by or NOT_RECORDED
    steps = [Step(country, who.name, "receives the request and sees to its execution", "", who.identifier, who.known)]
    if basis.powers:
        steps.append(Step(country, "Service provider or custodian", "is ordered to act", orders, "", known=False))
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
        missing = Missing(f"which languages {country.in_sentence} accepts", "its authority", decisive=False)
        return (), (missing,)
    names = ", ".join(map(language_name, finding.value))
    return (f"Write to {country.in_sentence} in, or with a translation into: {names}.",), ()
