"""Reforms as edits of a snapshot: a copy in which one fact differs from a day on. The original stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from comity.atlas.rules.fact import Dated
from comity.atlas.rules.packs.country import Level, Power
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say

SUPPOSED = "supposed"
"""The source key of an edited fact: nobody claims it, somebody asks what would follow from it."""

_WRITTEN = re.compile(r"\s*([A-Za-z]{2})\s*:\s*([\w-]+)\s*=\s*([a-z-]+)\s*\Z")


@dataclass(frozen=True, slots=True)
class Edit:
    """From `start` on, suppose that `country` has `value` for a power's article or towards an instrument."""

    country: CountryCode
    target: str
    value: Level | Membership
    start: date

    def __str__(self) -> str:
        return f"{self.country}:{self.target}={self.value}"


def read_edit(text: str, snapshot: Snapshot, start: date) -> Edit:
    """An edit as people write it: "UA:16=full" (a power) or "BY:ets185=party" (an instrument).

    Raises ValueError with a sentence that says what is not understood and what would be.
    """
    found = _WRITTEN.match(text)
    if found is None:
        raise ValueError(say("“{text}” is not a reform. Write for example UA:16=full or BY:ets185=party.", text=text))
    country, target, value = CountryCode(found[1]), found[2], found[3]
    scale: type[Level] | type[Membership] = Membership if target in snapshot.instruments else Level
    if scale is Level and target not in powers_named(snapshot):
        raise ValueError(
            say("“{name}” is neither an instrument nor an article with a power that the packs know.", name=target)
        )
    if value not in set(scale):
        raise ValueError(
            say(
                "“{value}” cannot be said of {target}. Use one of: {words}.",
                value=value,
                target=target,
                words=", ".join(scale),
            )
        )
    return Edit(country, target, scale(value), start)


def powers_named(snapshot: Snapshot) -> frozenset[str]:
    """The articles with a power: those that a country is described by, and those that an instrument needs."""
    described = {article for pack in snapshot.countries.values() for article in pack.powers}
    needed = {
        article for pack in snapshot.instruments.values() for basis in pack.instrument.bases for article in basis.powers
    }
    return frozenset(described | needed)


def edited(snapshot: Snapshot, edits: Sequence[Edit]) -> Snapshot:
    """A copy of `snapshot` in which every edit holds from its day on."""
    for edit in edits:
        snapshot = _membership(snapshot, edit) if isinstance(edit.value, Membership) else _power(snapshot, edit)
    return replace(snapshot, edits=(*snapshot.edits, *map(str, edits)))


def _membership(snapshot: Snapshot, edit: Edit) -> Snapshot:
    pack = snapshot.instruments[edit.target]
    fact = Dated[Membership](value=Membership(edit.value), **supposed(edit.start))
    facts = (*until(pack.parties.get(edit.country, ()), edit.start), fact)
    changed = pack.model_copy(update={"parties": _with(pack.parties, edit.country, facts)})
    return replace(snapshot, instruments=_with(snapshot.instruments, edit.target, changed))


def _power(snapshot: Snapshot, edit: Edit) -> Snapshot:
    if edit.country not in snapshot.countries:
        raise ValueError(
            say(
                "No pack describes {country}, so its powers cannot be edited.",
                country=country_in_sentence(edit.country),
            )
        )
    pack = snapshot.countries[edit.country]
    fact = Power(value=Level(edit.value), **supposed(edit.start))
    facts = (*until(pack.powers.get(edit.target, ()), edit.start), fact)
    changed = pack.model_copy(update={"powers": _with(pack.powers, edit.target, facts)})
    return replace(snapshot, countries=_with(snapshot.countries, edit.country, changed))


def supposed(start: date) -> dict[str, Any]:
    """What every supposed fact says of itself."""
    return {"start": start, "source": SUPPOSED, "checked": start, "confidence": Confidence.HIGH, "note": "Supposed."}


F = TypeVar("F", bound="Dated[Level] | Dated[Membership] | Dated[bool]")
V = TypeVar("V")


def until(facts: Sequence[F], day: date) -> tuple[F, ...]:
    """The facts as they were before `day`; those that would still hold then end there."""
    earlier = [fact for fact in facts if fact.start is None or fact.start < day]
    return tuple(fact if fact.end and fact.end <= day else _ended(fact, day) for fact in earlier)


def _ended(fact: F, day: date) -> F:
    return cast("F", fact.model_copy(update={"end": day}))


def _with(mapping: Mapping[str, V], key: str, value: V) -> dict[str, V]:
    return {**mapping, key: value}
