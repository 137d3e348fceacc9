"""A country's profile by heading, and its practice of mutual assistance by the items of the form that PC-OC uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.fact import Dated
from comity.atlas.rules.packs.profile import Heading, Practice
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """A heading or an item with the facts that hold on the day, and those of other days. Without any: not known."""

    key: str
    label: str
    facts: tuple[FactView, ...]
    others: tuple[FactView, ...]

    @property
    def known(self) -> bool:
        return bool(self.facts)


def profile_parts(snapshot: Snapshot, code: CountryCode, day: date) -> tuple[ProfilePart, ...]:
    """Every heading in the order of the page, known or not."""
    pack = snapshot.countries.get(code)
    return _parts(snapshot, Heading, pack.profile if pack else {}, day)


def practice_parts(snapshot: Snapshot, code: CountryCode, day: date) -> tuple[ProfilePart, ...]:
    """Every item of the form in its order, known or not."""
    pack = snapshot.countries.get(code)
    return _parts(snapshot, Practice, pack.practice if pack else {}, day)


def _parts(
    snapshot: Snapshot,
    keys: Iterable[Heading] | Iterable[Practice],
    said: Mapping[Heading, Sequence[Dated[str]]] | Mapping[Practice, Sequence[Dated[str]]],
    day: date,
) -> tuple[ProfilePart, ...]:
    found: Mapping[str, Sequence[Dated[str]]] = {str(key): facts for key, facts in said.items()}
    return tuple(
        ProfilePart(
            key.value,
            key.label,
            tuple(fact_view(fact, snapshot.sources, day) for fact in found.get(key, ()) if fact.covers(day)),
            tuple(fact_view(fact, snapshot.sources, day) for fact in found.get(key, ()) if not fact.covers(day)),
        )
        for key in keys
    )
