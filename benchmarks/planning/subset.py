"""The subset of rules that the peers have too: may a State have data preserved, over the 24/7 network or directly?

Budapest Convention, Article 29 over the 24/7 network, and Article 27(9)(a) between judicial authorities where the
case is urgent. Both need: the Convention in force, both States Party, the power of Article 16 in the requested State
or a power that stands in for it, and no declaration against it (the default, then the exception, as 27(9)(e)). The
network needs the requested State's point of contact, too. Three-valued throughout. Conditions come from the article,
a power in part, Article 17, languages, declarations, and more than one point of contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.packs.country import Function
from comity.atlas.rules.packs.instrument import Basis, Effect, InstrumentPack, Statement
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.routes.rules.footing import certain_value
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from planning.reading import read

POWER = "16"
HELPER = "17"
CLOSING = {Effect.CENTRAL_ONLY, Effect.NOT_APPLIED}
ROUTES = {"network": ("29", Channel.NETWORK), "judicial": ("27(9)(a)", Channel.JUDICIAL)}
Pair = tuple[CountryCode, CountryCode]


def pairs(countries: Sequence[CountryCode]) -> list[Pair]:
    """Every country with every other, in the order in which the peers answer, too."""
    return list(permutations(countries, 2))


def asked(law: Law, pair: Pair, *, urgent: bool) -> Question:
    return Question(*pair, Measure.PRESERVE, law.day, DataType.TRAFFIC, urgent)


def statuses(law: Law, question: Question) -> tuple[str, ...]:
    """The statuses of the subset's routes, taken from the plan, after their steps, conditions and reasons were read."""
    found = plan(law, question)
    routes = (found.route(f"{channel}-{CONVENTION}-{article}") for article, channel in ROUTES.values())
    return tuple(read(route).status.value for route in routes)


def alone(snapshot: Snapshot) -> Snapshot:
    """A world with these rules and no others: one instrument, two articles, two channels."""
    convention = snapshot.instruments[CONVENTION]
    bases = tuple(basis for basis, _ in _bases(convention))
    own = convention.instrument.model_copy(update={"bases": tuple(_narrowed(basis) for basis in bases)})
    return replace(
        snapshot,
        channels={channel: snapshot.channels[channel] for _, channel in ROUTES.values()},
        instruments={CONVENTION: convention.model_copy(update={"instrument": own})},
    )


def _narrowed(basis: Basis) -> Basis:
    return basis.model_copy(update={"channels": tuple(c for _, c in ROUTES.values() if c in basis.channels)})


def facts(law: Law, countries: Sequence[CountryCode], *, urgent: bool) -> dict[str, Any]:
    """The facts that the subset rests on, as they are on the law's day, in JSON's types: what the peers are given.

    A fact that is missing, disputed or of low confidence is left out. So the peers look up no dates and weigh no
    sources; the law has then done the same for the planner.
    """
    articles = law.instruments[CONVENTION].instrument.articles
    return {
        "urgent": urgent,
        "in_force": certain_value(law.in_force(CONVENTION)),
        "substitutes": list(articles[POWER].substitutes),
        "routes": {
            name: {"urgent_only": basis.urgent_only, "conditional": bool(basis.conditions)}
            for name, (basis, _) in zip(ROUTES, _bases(law.instruments[CONVENTION]), strict=True)
        },
        "countries": {str(code): _country(law, code) for code in countries},
    }


def _bases(convention: InstrumentPack) -> Iterator[tuple[Basis, Channel]]:
    for article, channel in ROUTES.values():
        for basis in convention.instrument.bases:
            if (basis.article, basis.measure) == (article, Measure.PRESERVE) and channel in basis.channels:
                yield basis, channel


def _country(law: Law, country: CountryCode) -> dict[str, Any]:
    articles = (POWER, HELPER, *law.instruments[CONVENTION].instrument.articles[POWER].substitutes)
    contacts = law.competent(country, Function.POINT_OF_CONTACT, Stage.PRE_TRIAL, CONVENTION)
    statements = law.statements(CONVENTION, country)
    return {
        "membership": certain_value(law.membership(CONVENTION, country)),
        "contact": bool(contacts),
        "several_contacts": len(contacts) > 1 or any(entry.disputed for entry in contacts),
        "languages": law.request_languages(country).value is not None,
        "powers": {article: certain_value(law.power(country, article)) for article in articles},
        "closing": [_closing(item) for item in statements if item.value in CLOSING],
        "adding": [name for name, (article, _) in ROUTES.items() if _adds(statements, article)],
    }


def _closing(item: Statement) -> dict[str, Any]:
    """A declaration that closes whatever it reaches, if it is certain."""
    certain = not item.disputed and item.confidence is not Confidence.LOW
    return {"effect": item.value, "article": item.article, "certain": certain}


def _adds(statements: Sequence[Statement], article: str) -> bool:
    """Whether a declaration adds a condition to what `article` provides for: one to it, within it or around it."""
    return any(
        f"{item.article}(".startswith(f"{article}(") or f"{article}(".startswith(f"{item.article}(")
        for item in statements
        if item.value not in CLOSING
    )
