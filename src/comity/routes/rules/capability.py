"""Whether domestic law lets a State carry a measure out: its own power, a partial one, or one that stands in."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import DataType
from comity.atlas.rules.packs.consistency import CONVENTION, GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Level, Power
from comity.atlas.rules.packs.instrument import Basis
from comity.kernel.answer import Answer, all_of
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.routes.rules.footing import certain_value
from comity.routes.rules.reason import ANSWERS, Missing, Reason


class Capability(NamedTuple):
    """What a State can do, with the conditions of partial powers and the detours of powers that stand in."""

    reason: Reason
    conditions: tuple[str, ...]
    detours: tuple[str, ...]
    missing: tuple[Missing, ...]
    ordered_by: str


def capability(law: Law, country: CountryCode, basis: Basis, data: DataType | None) -> Capability:
    """The State's capability for what `basis` asks; remembered with the law."""
    key = ("capability", country, basis.powers, data and basis.helped_by.get(data), data)
    return law.remember(key, lambda: _capability(law, country, basis, data))


def _capability(law: Law, country: CountryCode, basis: Basis, data: DataType | None) -> Capability:
    needed = [_power(law, country, article) for article in basis.powers]
    helpers = basis.helped_by.get(data, ()) if data else ()
    helping = [_help(law, country, article) for article in helpers]
    reasons = (*(part.reason for part in needed), *(part.reason for part in helping))
    answer = all_of(reason.answer for reason in reasons if reason.decides)
    says = sayable("{country} has the domestic power to do this: {answer}.", country=country, answer=ANSWERS[answer])
    parts = (*needed, *helping)
    return Capability(
        Reason(answer, says, because=reasons),
        tuple(text for part in parts for text in part.conditions),
        tuple(text for part in parts for text in part.detours),
        tuple(item for part in parts for item in part.missing),
        next((part.ordered_by for part in needed if part.ordered_by), ""),
    )


def _power(law: Law, country: CountryCode, article: str) -> Capability:
    """One needed power: full, partial (a condition), missing (perhaps with a detour), or unknown."""
    finding = law.power(country, article)
    value, name = certain_value(finding), _name(article)
    orders = _ordered_by(finding.facts)
    says, about = _sentence(country, name, value), f"{country}:{article}"
    match value:
        case Level.FULL:
            return Capability(Reason(Answer.YES, says, finding.facts), (), (), (), orders)
        case Level.PARTIAL:
            return Capability(
                Reason(Answer.YES, says, finding.facts, about=about), _partly(country, name), (), (), orders
            )
        case Level.NONE:
            return _substitute(law, country, article, Reason(Answer.NO, says, finding.facts, about=about))
        case _:
            missing = Missing(
                sayable("how far {country} implements {power}", country=country, power=name), _whom_to_ask(country)
            )
            reason = Reason(Answer.UNKNOWN, _why_unknown(finding, says), finding.facts, about=about)
            return Capability(reason, (), (), (missing,), "")


def _substitute(law: Law, country: CountryCode, article: str, lacking: Reason) -> Capability:
    """The first recorded power that can stand in for a missing one."""
    convention = law.instruments.get(CONVENTION)
    entry = convention.instrument.articles.get(article) if convention else None
    others = entry.substitutes if entry else ()
    tried: list[Reason] = []
    for other in others:
        finding = law.power(country, other)
        value = certain_value(finding)
        tried.append(Reason(_usable(value), _sentence(country, _name(other), value), finding.facts))
        if tried[-1].answer is Answer.YES:
            detour = _detour(article, other, entry.substitutes_cost if entry else "")
            condition = _partly(country, _name(other)) if value is Level.PARTIAL else ()
            says = sayable(
                "{country} lacks {power}; {other} can stand in.",
                country=country,
                power=_name(article),
                other=_name(other),
            )
            reason = Reason(Answer.YES, says, because=(lacking._replace(decides=False), *tried))
            return Capability(reason, condition, (detour,), (), _ordered_by(finding.facts))
    unknown = tuple(
        Missing(
            sayable("whether {power} can stand in for it in {country}", power=_name(other), country=country),
            _whom_to_ask(country),
        )
        for other, reason in zip(others, tried, strict=True)
        if reason.answer is Answer.UNKNOWN
    )
    answer = Answer.UNKNOWN if unknown else Answer.NO
    says = sayable(
        "{country} lacks {power}, and no recorded power stands in for it.", country=country, power=_name(article)
    )
    open_to_reform = (reason._replace(about=f"{country}:{other}") for other, reason in zip(others, tried, strict=True))
    return Capability(Reason(answer, says, because=(lacking, *open_to_reform)), (), (), unknown, "")


def _help(law: Law, country: CountryCode, article: str) -> Capability:
    """A power whose lack does not stop the measure, but costs something."""
    finding = law.power(country, article)
    value = certain_value(finding)
    name = _name(article)
    about = f"{country}:{article}" if value is not Level.FULL else ""
    reason = Reason(_usable(value), _sentence(country, name, value), finding.facts, decides=False, about=about)
    if value in {Level.NONE, Level.PARTIAL}:
        text = sayable(_LACKS if value is Level.NONE else _LACKS_IN_PART, country=country, power=name)
        return Capability(reason, (text,), (), (), "")
    if value is None:
        missing = Missing(
            sayable("how far {country} implements {power}", country=country, power=name),
            _whom_to_ask(country),
            decisive=False,
        )
        return Capability(reason, (), (), (missing,), "")
    return Capability(reason, (), (), (), "")


def _partly(country: CountryCode, name: str) -> tuple[str]:
    text = noted("{country} implements {power} only in part: ask first what can be ordered.")
    return (sayable(text, country=country, power=name),)


def _detour(article: str, other: str, cost: str) -> str:
    """Which power stands in; what that costs is the packs' own sentence."""
    if not cost:
        return sayable("{power} stands in for {lacking}.", power=_name(other), lacking=_name(article))
    return sayable(
        "{power} stands in for {lacking}. {cost}", power=_name(other), lacking=_name(article), cost=sayable(cost)
    )


def _usable(value: Level | None) -> Answer:
    return Answer.of(None if value is None else value is not Level.NONE)


def _name(article: str) -> str:
    return _SEIZURE if article == GENERAL_SEIZURE else sayable("Article {article}", article=article)


def _sentence(country: CountryCode, name: str, value: Level | None) -> str:
    match value:
        case Level.FULL:
            return sayable("{country} has the power of {power}.", country=country, power=name)
        case Level.PARTIAL:
            return sayable("{country} has the power of {power} only in part.", country=country, power=name)
        case Level.NONE:
            return sayable("{country} does not have the power of {power}.", country=country, power=name)
        case _:
            return sayable(
                "Nothing certain is recorded of {power} in {country} for this day.", power=name, country=country
            )


def _why_unknown(finding: object, says: str) -> str:
    return sayable("{says} Sources contradict each other.", says=says) if getattr(finding, "disputed", False) else says


def _ordered_by(facts: tuple[object, ...]) -> str:
    return next((fact.ordered_by for fact in facts if isinstance(fact, Power) and fact.ordered_by), "")


def _whom_to_ask(country: CountryCode) -> str:
    return sayable("the 24/7 point of contact or the central authority of {country}", country=country)


_SEIZURE = sayable("ordinary search and seizure")
_LACKS = noted("{country} lacks {power}: several providers may each have to be asked.")
_LACKS_IN_PART = noted("{country} implements only in part {power}: several providers may each have to be asked.")
