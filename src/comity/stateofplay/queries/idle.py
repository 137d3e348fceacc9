"""Why a reform changes nothing, and what to suppose or whom to compare with so that its effect can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from comity.atlas.queries.reform import in_sentence
from comity.atlas.rules.edit import Edit
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Entry, can_enter
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.routes.rules.footing import certain_value
from comity.routes.rules.reform import Reforms, Scope, Shift

MOST = 12
"""Countries between which routes are compared at once."""


class Idle(NamedTuple):
    """`suppose` is the key of a supposition without which the reform has no effect; `parties` are States that are bound
    and not among those compared."""

    says: str = ""
    suppose: str = ""
    parties: tuple[CountryCode, ...] = ()


def idle(reforms: Reforms, snapshot: Snapshot, edit: Edit, edits: Sequence[Edit], touched: tuple[Shift, ...]) -> Idle:
    """Why `edit` adds nothing to the others; empty where it does."""
    others = [other for other in edits if other != edit]
    if tuple(reforms.shifts(others)) != touched:
        return Idle()
    if isinstance(edit.value, Membership):
        found = _not_in_force(snapshot, edit.target, reforms.scope.day) or _alone(snapshot, edit, edits, reforms.scope)
        if found:
            return found
    if tuple(reforms.shifts([edit])):
        return Idle(sayable("Changes no way that the other reforms do not change as well."))
    return Idle(sayable("Changes no way between these countries."))


def _not_in_force(snapshot: Snapshot, instrument: str, day: date) -> Idle | None:
    named = _named(snapshot, instrument)
    in_force = certain_value(snapshot.on(day).in_force(instrument))
    if in_force:
        return None
    key = str(Entry(instrument, day)) if can_enter(snapshot, instrument) else ""
    if in_force is None:
        return Idle(sayable(_NOT_KNOWN, instrument=named, day=day), key)
    return Idle(sayable(_NOT_IN_FORCE, instrument=named, day=day), key)


def _alone(snapshot: Snapshot, edit: Edit, edits: Sequence[Edit], scope: Scope) -> Idle | None:
    """A treaty binds nobody alone: no other of the countries is known to be Party, nor supposed to be."""
    if edit.value is not Membership.PARTY or not can_enter(snapshot, edit.target):
        return None
    law = snapshot.on(scope.day)
    bound = {other.country for other in edits if other.target == edit.target and other.value is Membership.PARTY}
    bound |= {
        CountryCode(code)
        for code in snapshot.instruments[edit.target].parties
        if certain_value(law.membership(edit.target, code)) is Membership.PARTY
    }
    bound -= {edit.country}
    if bound & set(scope.countries):
        return None
    says = sayable(_ALONE, instrument=_named(snapshot, edit.target))
    parties = tuple(sorted(bound, key=lambda code: code.english_name))
    return Idle(says, parties=parties if len(parties) + len(scope.countries) <= MOST else ())


def _named(snapshot: Snapshot, instrument: str) -> str:
    return in_sentence(snapshot.instruments[instrument].instrument.short)


_NOT_KNOWN = noted("Changes no way: whether {instrument} is in force on {day} is not known.")
_NOT_IN_FORCE = noted("Changes no way: {instrument} is not in force on {day}.")
_ALONE = noted("Changes no way: no other of these countries is known to be Party to {instrument}.")
