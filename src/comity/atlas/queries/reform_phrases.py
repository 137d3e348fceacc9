"""A reform without its country, “has the power of Article 16 in full”, and as a question. Applies none."""

from __future__ import annotations

from comity.atlas.queries.reform import SEIZURE, footing_named, in_sentence, reform_view
from comity.atlas.rules.edit import Edit
from comity.atlas.rules.packs.consistency import GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.sayable import sayable
from comity.kernel.words import noted


def predicate(edit: Edit, snapshot: Snapshot) -> str:
    """“is Party to the Budapest Convention”: as it goes on after the country's name."""
    if isinstance(edit.value, Level):
        return sayable(_POWER[edit.value], power=_power(edit))
    footing = footing_named(edit, snapshot)
    if footing:
        return sayable(_FOOTING[edit.value], footing=footing)
    return sayable(_STANDING[edit.value], instrument=_instrument(edit, snapshot))


def whether(edit: Edit, snapshot: Snapshot) -> str:
    """What one would have to find out: “whether Belarus has the power of Article 21 in full”."""
    if edit.value is Level.FULL:
        return sayable("whether {country} has the power of {power} in full", country=edit.country, power=_power(edit))
    if edit.value is not Membership.PARTY:
        return sayable("whether this is so: {reform}", reform=reform_view(edit, snapshot).says)
    footing = footing_named(edit, snapshot)
    if footing:
        return sayable("whether {country} assists on the footing of {footing}", country=edit.country, footing=footing)
    named = _instrument(edit, snapshot)
    return sayable("whether {country} is Party to {instrument}", country=edit.country, instrument=named)


def _power(edit: Edit) -> str:
    return SEIZURE if edit.target == GENERAL_SEIZURE else sayable("Article {article}", article=edit.target)


def _instrument(edit: Edit, snapshot: Snapshot) -> str:
    return in_sentence(snapshot.instruments[edit.target].instrument.short)


_POWER = {
    Level.FULL: noted("has the power of {power} in full"),
    Level.PARTIAL: noted("has the power of {power} only in part"),
    Level.NONE: noted("does not have the power of {power}"),
}
_STANDING = {
    Membership.PARTY: noted("is Party to {instrument}"),
    Membership.SIGNATORY: noted("has signed {instrument} without being Party to it"),
    Membership.SUSPENDED: noted("has suspended or left {instrument}"),
    Membership.NONE: noted("is not Party to {instrument}"),
}
_FOOTING = {
    Membership.PARTY: noted("assists on the footing of {footing}"),
    Membership.SIGNATORY: noted("has agreed to {footing}, but is not bound by it"),
    Membership.SUSPENDED: noted("no longer assists on the footing of {footing}"),
    Membership.NONE: noted("does not assist on the footing of {footing}"),
}
