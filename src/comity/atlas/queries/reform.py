"""Reforms as a reader sees them: what would be so that is not, in a sentence. Applies none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.edit import Edit, powers_named
from comity.atlas.rules.packs.consistency import GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import InstrumentType, Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Entry, Supposition
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted


@dataclass(frozen=True, slots=True)
class ReformView:
    """`key` is the reform as `read_supposition` reads it ("UA:16=full"), `says` what would then be so."""

    key: str
    says: str


def reform_view(edit: Edit, snapshot: Snapshot) -> ReformView:
    """The reform in a sentence: “Ukraine has the power of Article 16 in full.”"""
    return ReformView(str(edit), _says(edit, snapshot))


def supposition_view(supposition: Supposition, snapshot: Snapshot) -> ReformView:
    """A reform, or an entry into force: “The Second Additional Protocol is in force.”"""
    if not isinstance(supposition, Entry):
        return reform_view(supposition, snapshot)
    short = snapshot.instruments[supposition.instrument].instrument.short
    return ReformView(str(supposition), sayable("{instrument} is in force.", instrument=in_sentence(short)))


def joining(snapshot: Snapshot, country: CountryCode, target: str) -> ReformView | None:
    """The reform that gives `country` all of `target`: a power in full, or an instrument that binds it. None where the
    packs could not carry it: they know no such target, or hold no powers of this country."""
    value: Level | Membership
    if target in snapshot.instruments:
        value = Membership.PARTY
    elif country in snapshot.countries and target in powers_named(snapshot):
        value = Level.FULL
    else:
        return None
    return reform_view(Edit(country, target, value, _ANY_DAY), snapshot)


def _says(edit: Edit, snapshot: Snapshot) -> str:
    if isinstance(edit.value, Level):
        power = SEIZURE if edit.target == GENERAL_SEIZURE else sayable("Article {article}", article=edit.target)
        return sayable(_POWER[edit.value], country=edit.country, power=power)
    footing = footing_named(edit, snapshot)
    if footing:
        return sayable(_FOOTING[edit.value], country=edit.country, footing=footing)
    named = in_sentence(snapshot.instruments[edit.target].instrument.short)
    return sayable(_STANDING[edit.value], country=edit.country, instrument=named)


def footing_named(edit: Edit, snapshot: Snapshot) -> str:
    """The channel or principle that the edit speaks of, as within a sentence; empty where it is a treaty."""
    own = snapshot.instruments[edit.target].instrument
    if own.type not in {InstrumentType.CHANNEL, InstrumentType.PRINCIPLE}:
        return ""
    return own.short if own.short.isupper() else own.short.lower()


def in_sentence(short: str) -> str:
    """An instrument's short name as it stands in a sentence."""
    return short if short.isupper() else sayable("the {instrument}", instrument=short)


_ANY_DAY = date.min
SEIZURE = sayable("ordinary search and seizure")
_POWER = {
    Level.FULL: noted("{country} has the power of {power} in full."),
    Level.PARTIAL: noted("{country} has the power of {power} only in part."),
    Level.NONE: noted("{country} does not have the power of {power}."),
}
_STANDING = {
    Membership.PARTY: noted("{country} is Party to {instrument}."),
    Membership.SIGNATORY: noted("{country} has signed {instrument} without being Party to it."),
    Membership.SUSPENDED: noted("{country} has suspended or left {instrument}."),
    Membership.NONE: noted("{country} is not Party to {instrument}."),
}
_FOOTING = {
    Membership.PARTY: noted("{country} assists on the footing of {footing}."),
    Membership.SIGNATORY: noted("{country} has agreed to {footing}, but is not bound by it."),
    Membership.SUSPENDED: noted("{country} no longer assists on the footing of {footing}."),
    Membership.NONE: noted("{country} does not assist on the footing of {footing}."),
}
