"""What one can choose from in the forms about law: countries, measures in plain words, kinds of data, orders."""

from __future__ import annotations

from functools import lru_cache

from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.words import noted, say
from comity.routes.rules.criteria import Criterion

Choices = list[tuple[str, str]]
Grouped = list[tuple[str, Choices]]


@lru_cache(maxsize=4)
def known_countries(snapshot: Snapshot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes by name: countries that a pack describes, and others whose standing towards some instrument is known."""
    described = set(snapshot.countries)
    others = {code for pack in snapshot.instruments.values() for code in pack.parties} - described
    return _by_name(described), _by_name(others)


def country_choices(snapshot: Snapshot, *, chosen: str = "") -> Grouped:
    """Countries for a select, those with a pack first; one that is known to neither is there only if it is `chosen`."""
    described, others = known_countries(snapshot)
    groups = [
        (say("Described article by article"), _named(described)),
        (say("Known by their treaties only"), _named(others)),
    ]
    if chosen and chosen not in described and chosen not in others:
        groups.append((say("Not described yet"), _named((chosen,))))
    return groups


def measure_choices() -> Choices:
    return [(measure.value, f"{say(measure.need)} – {say(measure.label)}") for measure in Measure]


def data_choices() -> Choices:
    return [("", say("any data")), *((kind.value, say(kind.label)) for kind in DataType)]


def stage_choices() -> Choices:
    return [(stage.value, {"pre-trial": say("before trial"), "trial": say("at trial")}[stage]) for stage in Stage]


CRITERIA = {
    Criterion.TIME: (noted("time"), noted("the sooner the better, going by experience")),
    Criterion.CERTAINTY: (noted("certainty"), noted("the fewer assumptions the better")),
    Criterion.ADMISSIBILITY: (noted("admissibility"), noted("evidence for court before mere information")),
}
"""How routes of one status can be ordered, and what that prefers."""


def _named(codes: tuple[str, ...]) -> Choices:
    return sorted(((code, country_words(code)) for code in codes), key=lambda choice: choice[1])


def _by_name(codes: set[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, key=lambda code: CountryCode(code).english_name))
