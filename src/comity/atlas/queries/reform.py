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


@dataclass(frozen=True, slots=True)
class ReformView:
    """`key` is the reform as `read_supposition` reads it ("UA:16=full"), `says` what would then be so."""

    key: str
    says: str


def reform_view(edit: Edit, snapshot: Snapshot) -> ReformView:
    """The reform in a sentence: “Ukraine has the power of Article 16 in full.”"""
    return ReformView(str(edit), f"{edit.country.at_start} {_predicate(edit, snapshot)}.")


def supposition_view(supposition: Supposition, snapshot: Snapshot) -> ReformView:
    """A reform, or an entry into force: “The Second Additional Protocol is in force.”"""
    if not isinstance(supposition, Entry):
        return reform_view(supposition, snapshot)
    short = snapshot.instruments[supposition.instrument].instrument.short
    return ReformView(str(supposition), f"{short if short.isupper() else f'The {short}'} is in force.")


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


def _predicate(edit: Edit, snapshot: Snapshot) -> str:
    if isinstance(edit.value, Level):
        power = "ordinary search and seizure" if edit.target == GENERAL_SEIZURE else f"Article {edit.target}"
        return _POWER[edit.value].format(power)
    own = snapshot.instruments[edit.target].instrument
    if own.type in {InstrumentType.CHANNEL, InstrumentType.PRINCIPLE}:
        name = own.short if own.short.isupper() else own.short.lower()
        return _FOOTING[edit.value].format(name)
    return _STANDING[edit.value].format(own.short if own.short.isupper() else f"the {own.short}")


_ANY_DAY = date.min
_POWER = {
    Level.FULL: "has the power of {} in full",
    Level.PARTIAL: "has the power of {} only in part",
    Level.NONE: "does not have the power of {}",
}
_STANDING = {
    Membership.PARTY: "is Party to {}",
    Membership.SIGNATORY: "has signed {} without being Party to it",
    Membership.SUSPENDED: "has suspended or left {}",
    Membership.NONE: "is not Party to {}",
}
_FOOTING = {
    Membership.PARTY: "assists on the footing of {}",
    Membership.SIGNATORY: "has agreed to {}, but is not bound by it",
    Membership.SUSPENDED: "no longer assists on the footing of {}",
    Membership.NONE: "does not assist on the footing of {}",
}
