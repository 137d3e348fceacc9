"""Whether the requested State's reservations and declarations leave an article open, close it, or add a condition."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.instrument import Effect, Statement
from comity.kernel.answer import Answer
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.routes.rules.precedence import Rule, decide
from comity.routes.rules.reason import Reason


class Reserved(NamedTuple):
    """What the State has declared on an article: the decision, and the conditions it adds."""

    reason: Reason
    conditions: tuple[str, ...]


def reserved(law: Law, instrument: str, article: str, country: CountryCode) -> Reserved:
    """The State's declarations that concern `article`; remembered with the law."""
    key = ("reserved", instrument, article, country)
    return law.remember(key, lambda: _reserved(law, instrument, article, country))


def _reserved(law: Law, instrument: str, article: str, country: CountryCode) -> Reserved:
    relevant = [item for item in law.statements(instrument, country) if _concerns(item, article)]
    short = law.instruments[instrument].instrument.short
    default = f"Article {article}"
    rules = [
        Rule(
            default,
            Answer.YES,
            Reason(
                Answer.YES,
                sayable("{instrument}, Article {article}, provides for this.", instrument=short, article=article),
            ),
        )
    ]
    for item in relevant:
        if item.value in {Effect.CENTRAL_ONLY, Effect.NOT_APPLIED}:
            applies = Reason(_held(item), _declared(country, item), (item,))
            rules.append(Rule(f"Article {item.article}", Answer.NO, applies, over=(default,)))
    decided = decide(
        sayable("{country}’s declarations leave Article {article} open.", country=country, article=article), rules
    )
    conditions = tuple(
        sayable(
            "{country}, Article {article}: {says}",
            country=sayable(country.english_name),
            article=item.article,
            says=item.says,
        )
        for item in relevant
        if item.value not in {Effect.CENTRAL_ONLY, Effect.NOT_APPLIED}
    )
    return Reserved(decided, conditions)


def _declared(country: CountryCode, item: Statement) -> str:
    return sayable("{country} declared under {article}: {says}", country=country, article=item.article, says=item.says)


def _held(item: Statement) -> Answer:
    return Answer.UNKNOWN if item.disputed or item.confidence is Confidence.LOW else Answer.YES


def _concerns(item: Statement, article: str) -> bool:
    """Whether a statement reaches `article`. One to central authorities only reaches its whole paragraph; one that
    excludes an article reaches what stands within it; any other reaches what it stands within, or what stands in it."""
    if item.value is Effect.CENTRAL_ONLY:
        return article.startswith(item.article.rsplit("(", 1)[0] + "(")
    within = article == item.article or article.startswith(f"{item.article}(")
    return within or (item.value is not Effect.NOT_APPLIED and item.article.startswith(f"{article}("))
