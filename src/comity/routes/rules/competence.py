"""Who sends and who receives on a channel: the competent authority of a State, or what is missing to name it."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.country import Function
from comity.kernel.answer import Answer
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.routes.rules.reason import Missing, Reason

FUNCTION_OF = {
    Channel.NETWORK: Function.POINT_OF_CONTACT,
    Channel.CENTRAL: Function.CENTRAL_AUTHORITY,
    Channel.POLICE: Function.POLICE_COOPERATION,
}
"""The function that sends and receives on a channel, where the packs record it."""

UNRECORDED = {
    Channel.JUDICIAL: "competent judicial authority",
    Channel.INTERPOL: "INTERPOL National Central Bureau",
    Channel.DIPLOMATIC: "ministry of foreign affairs",
    Channel.PROVIDER: "service provider",
    Channel.CONSENT: "person with the lawful authority to disclose",
    Channel.DOMESTIC: "competent investigating authority",
}
"""Who sends and receives where no pack names an authority: a role, shown as such."""


class Competent(NamedTuple):
    """The authority to turn to: its name and identifier, or a role with no identifier where none is recorded."""

    reason: Reason
    name: str
    identifier: str
    known: bool
    conditions: tuple[str, ...]
    missing: tuple[Missing, ...]


def competent(law: Law, country: CountryCode, channel: Channel, stage: Stage, instrument: str) -> Competent:
    """Who in `country` sends or receives on `channel`; remembered with the law."""
    key = ("competent", country, channel, stage, instrument)
    return law.remember(key, lambda: _competent(law, country, channel, stage, instrument))


def _competent(law: Law, country: CountryCode, channel: Channel, stage: Stage, instrument: str) -> Competent:
    function = FUNCTION_OF.get(channel)
    return _recorded(law, country, function, stage, instrument) if function else _role(country, channel)


def _role(country: CountryCode, channel: Channel) -> Competent:
    role = UNRECORDED[channel]
    says = sayable("The {role} is competent; no pack names it for {country}.", role=sayable(role), country=country)
    return Competent(Reason(Answer.YES, says, decides=False), f"{role[0].upper()}{role[1:]}", "", False, (), ())


def _recorded(law: Law, country: CountryCode, function: Function, stage: Stage, instrument: str) -> Competent:
    found = law.competent(country, function, stage, instrument)
    label = sayable(function.label)
    if not found:
        says = sayable(
            "Which authority of {country} is its {role} on this day is not recorded.", country=country, role=label
        )
        missing = Missing(sayable("the {role} of {country}", role=label, country=country), DIRECTORY[function])
        return Competent(Reason(Answer.UNKNOWN, says), sayable("The {role}", role=label), "", False, (), (missing,))
    facts = tuple(fact for entry in found for fact in entry.facts)
    names = [entry.authority.name for entry in found]
    conditions: tuple[str, ...] = ()
    if any(entry.disputed for entry in found):
        conditions = (
            sayable(
                "Sources differ on who is the {role}: {names}. Confirm before sending.",
                role=label,
                names="; ".join(names),
            ),
        )
    elif len(found) > 1:
        conditions = (
            sayable(
                "{country} has more than one {role}: {names}. Choose by competence.",
                country=country,
                role=label,
                names="; ".join(names),
            ),
        )
    says = sayable("{names}: {role} of {country}.", names=" and ".join(names), role=label, country=country)
    return Competent(Reason(Answer.YES, says, facts), names[0], found[0].authority.id, True, conditions, ())


DIRECTORY = {
    Function.POINT_OF_CONTACT: "the 24/7 network's directory at the Council of Europe",
    Function.CENTRAL_AUTHORITY: "the depositary's list of authorities under the instrument",
    Function.POLICE_COOPERATION: "the national central bureau or the liaison officer",
    Function.CYBERCRIME_UNIT: "the national police",
}
