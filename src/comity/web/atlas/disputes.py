"""Facts of which the sources say different things, brought side by side. Decides between none of them."""

from __future__ import annotations

from dataclasses import dataclass

from comity.atlas.queries.country import AuthorityView, CompetenceView, CountryView
from comity.atlas.queries.fact import FactView
from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.web.components.status import known_states, status


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
            say("Who is the {function}", function=say(function)),
            tuple(_claim(authority, item) for authority, item in disputed if item.function == function),
        )
        for function in open_still
    ]


def _claim(authority: AuthorityView, item: CompetenceView) -> Claim:
    named = ", ".join((authority.name, *(say(stage) for stage in item.stages)))
    return Claim(named if item.current else say("{authority}, formerly", authority=named), item.facts)


def _powers(view: CountryView) -> list[Dispute]:
    return [
        Dispute(
            say(
                "How far {country} has the power of Article {article}",
                country=country_words(view.code),
                article=power.article,
            ),
            _by_value(power.current),
        )
        for power in view.powers
        if power.disputed
    ]


def _standings(view: CountryView) -> list[Dispute]:
    return [
        Dispute(
            say("Where {country} stands towards the {treaty}", country=country_words(view.code), treaty=standing.short),
            _by_value(standing.current),
        )
        for standing in view.standings
        if standing.standing == "disputed"
    ]


def _by_value(facts: tuple[FactView, ...]) -> tuple[Claim, ...]:
    values = dict.fromkeys(fact.value for fact in facts)
    return tuple(
        Claim(
            say(status(value).word).lower() if value in known_states() else value,
            tuple(fact for fact in facts if fact.value == value),
        )
        for value in values
    )
