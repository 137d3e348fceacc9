"""Facts of which the sources say different things, brought side by side. Decides between none of them."""

from __future__ import annotations

from dataclasses import dataclass

from comity.atlas.queries.country import AuthorityView, CompetenceView, CountryView
from comity.atlas.queries.fact import FactView


@dataclass(frozen=True, slots=True)
class Claim:
    says: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question, and what is claimed in answer to it."""

    about: str
    claims: tuple[Claim, ...]


def disputes(view: CountryView) -> list[Dispute]:
    """The disputes about a country on the day: over authorities, powers and standings."""
    return [*_authorities(view), *_powers(view), *_standings(view)]


def _authorities(view: CountryView) -> list[Dispute]:
    """Disputed competences that hold on the day, beside those of the same function that once did."""
    disputed = [(authority, item) for authority in view.authorities for item in authority.competences if item.disputed]
    open_still = dict.fromkeys(item.function for _, item in disputed if item.current)
    return [
        Dispute(
            f"Who is the {function}",
            tuple(_claim(authority, item) for authority, item in disputed if item.function == function),
        )
        for function in open_still
    ]


def _claim(authority: AuthorityView, item: CompetenceView) -> Claim:
    stages = f", {', '.join(item.stages)}" if item.stages else ""
    return Claim(f"{authority.name}{stages}{'' if item.current else ', formerly'}", item.facts)


def _powers(view: CountryView) -> list[Dispute]:
    return [
        Dispute(f"How far {view.name} has the power of Article {power.article}", _by_value(power.current))
        for power in view.powers
        if power.disputed
    ]


def _standings(view: CountryView) -> list[Dispute]:
    return [
        Dispute(f"Where {view.name} stands towards the {standing.short}", _by_value(standing.current))
        for standing in view.standings
        if standing.standing == "disputed"
    ]


def _by_value(facts: tuple[FactView, ...]) -> tuple[Claim, ...]:
    values = dict.fromkeys(fact.value for fact in facts)
    return tuple(Claim(value, tuple(fact for fact in facts if fact.value == value)) for value in values)
