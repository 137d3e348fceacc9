"""Whether an instrument binds two States on the day: in force, both Party, and Party to what it builds upon."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.instrument import InstrumentFile, InstrumentType, Membership
from comity.kernel.answer import Answer, all_of
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.routes.rules.footing import stands
from comity.routes.rules.reason import ANSWERS, Missing, Reason


class Bond(NamedTuple):
    """Whether an instrument is a footing between two States, and what is missing to know it."""

    reason: Reason
    missing: tuple[Missing, ...]


class Bonds(dict[str, Bond]):
    """The bonds between two States, by instrument: each is made once for a plan, however many ways stand on it."""

    def __init__(self, law: Law, first: CountryCode, second: CountryCode) -> None:
        super().__init__()
        self._law, self._first, self._second = law, first, second

    def __missing__(self, instrument: str) -> Bond:
        self[instrument] = made = bond(self._law, instrument, self._first, self._second)
        return made


def bond(law: Law, instrument: str, first: CountryCode, second: CountryCode) -> Bond:
    """The bond of one instrument; where it is unknown, what would have to be found out, and from whom."""
    sides = binds(law, instrument, first), binds(law, instrument, second)
    answer = sides[0].answer & sides[1].answer
    says = sayable(
        "{instrument} applies between {first} and {second}: {answer}.",
        instrument=_named(law, instrument),
        first=first,
        second=second,
        answer=ANSWERS[answer],
    )
    missing = _missing(law, instrument, first, second) if answer is Answer.UNKNOWN else ()
    return Bond(Reason(answer, says, because=sides), missing)


def binds(law: Law, instrument: str, country: CountryCode) -> Reason:
    """Whether `country` is bound by the instrument, and by those it requires; remembered with the law."""
    return law.remember(("binds", instrument, country), lambda: _binds(law, instrument, country))


def _named(law: Law, instrument: str) -> str:
    """The instrument's name as it stands in a sentence; remembered with the law."""
    return law.remember(("named", instrument), lambda: _the(law.instruments[instrument].instrument))


def _missing(law: Law, instrument: str, *countries: CountryCode) -> tuple[Missing, ...]:
    own = law.instruments[instrument].instrument
    ask = _AUTHORITY if own.type is InstrumentType.PRINCIPLE else _DEPOSITARY
    return tuple(
        Missing(sayable("whether {country} is bound by {instrument}", country=country, instrument=_the(own)), ask)
        for country in countries
        if binds(law, instrument, country).answer is Answer.UNKNOWN
    )


def _binds(law: Law, instrument: str, country: CountryCode) -> Reason:
    pack = law.instruments[instrument].instrument
    short = _the(pack)
    parts = [
        stands(
            law.in_force(instrument),
            lambda value: value,
            lambda value: sayable(_IN_FORCE if value == "True" else _NOT_IN_FORCE, instrument=short, day=law.day),
            sayable("the entry into force of {instrument}", instrument=short),
        ),
        _standing(law, instrument, country),
        *(_binds(law, required, country) for required in pack.requires),
    ]
    if pack.type is InstrumentType.CHANNEL:
        parts = parts[1:]
    answer = all_of(part.answer for part in parts)
    says = sayable(
        "{country} is bound by {instrument}: {answer}.", country=country, instrument=short, answer=ANSWERS[answer]
    )
    return Reason(answer, says, because=tuple(parts))


def _standing(law: Law, instrument: str, country: CountryCode) -> Reason:
    """Where the country stands; a reform could bind it where it is not, or not for certain, bound."""
    short = _the(law.instruments[instrument].instrument)
    reason = stands(
        law.membership(instrument, country),
        lambda value: value is Membership.PARTY,
        lambda value: sayable(_STANDING[Membership(value)], country=country, instrument=short),
        sayable("{country}’s standing towards {instrument}", country=country, instrument=short),
    )
    return reason if reason.answer is Answer.YES else reason._replace(about=f"{country}:{instrument}")


def _the(instrument: InstrumentFile) -> str:
    """The instrument's short name as it stands in a sentence."""
    if instrument.type is InstrumentType.PRINCIPLE:
        return instrument.short.lower()
    return instrument.short if instrument.short.isupper() else sayable("the {instrument}", instrument=instrument.short)


_STANDING = {
    Membership.PARTY: noted("{country} is Party to {instrument}."),
    Membership.SIGNATORY: noted("{country} has signed, but is not Party to, {instrument}."),
    Membership.SUSPENDED: noted("{country} has suspended or left {instrument}."),
    Membership.NONE: noted("{country} is not Party to {instrument}."),
}
_IN_FORCE = noted("{instrument} is in force on {day}.")
_NOT_IN_FORCE = noted("{instrument} is not in force on {day}.")
_AUTHORITY = noted("the central authority")
_DEPOSITARY = noted("the depositary's table of ratifications")
