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
from comity.routes.rules.footing import certain_value
from comity.routes.rules.reason import Missing, Reason


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
    says = f"{country.at_start} has the domestic power to do this: {answer}."
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
            missing = Missing(f"how far {country.in_sentence} implements {name}", _whom_to_ask(country))
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
            detour = (
                f"{_capital(_name(other))} stands in for {_name(article)}. {entry.substitutes_cost if entry else ''}"
            )
            condition = _partly(country, _name(other)) if value is Level.PARTIAL else ()
            says = f"{country.at_start} lacks {_name(article)}; {_name(other)} can stand in."
            reason = Reason(Answer.YES, says, because=(lacking._replace(decides=False), *tried))
            return Capability(reason, condition, (detour.strip(),), (), _ordered_by(finding.facts))
    unknown = tuple(
        Missing(f"whether {_name(other)} can stand in for it in {country.in_sentence}", _whom_to_ask(country))
        for other, reason in zip(others, tried, strict=True)
        if reason.answer is Answer.UNKNOWN
    )
    answer = Answer.UNKNOWN if unknown else Answer.NO
    says = f"{country.at_start} lacks {_name(article)}, and no recorded power stands in for it."
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
        lack = "lacks" if value is Level.NONE else "implements only in part"
        text = f"{country.at_start} {lack} {name}: several providers may each have to be asked."
        return Capability(reason, (text,), (), (), "")
    if value is None:
        missing = Missing(f"how far {country.in_sentence} implements {name}", _whom_to_ask(country), decisive=False)
        return Capability(reason, (), (), (missing,), "")
    return Capability(reason, (), (), (), "")


def _partly(country: CountryCode, name: str) -> tuple[str]:
    return (f"{country.at_start} implements {name} only in part: ask first what can be ordered.",)


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _usable(value: Level | None) -> Answer:
    return Answer.of(None if value is None else value is not Level.NONE)


def _name(article: str) -> str:
    return "ordinary search and seizure" if article == GENERAL_SEIZURE else f"Article {article}"


def _sentence(country: CountryCode, name: str, value: Level | None) -> str:
    match value:
        case Level.FULL:
            return f"{country.at_start} has the power of {name}."
        case Level.PARTIAL:
            return f"{country.at_start} has the power of {name} only in part."
        case Level.NONE:
            return f"{country.at_start} does not have the power of {name}."
        case _:
            return f"Nothing certain is recorded of {name} in {country.in_sentence} for this day."


def _why_unknown(finding: object, says: str) -> str:
    return f"{says} Sources contradict each other." if getattr(finding, "disputed", False) else says


def _ordered_by(facts: tuple[object, ...]) -> str:
    return next((fact.ordered_by for fact in facts if isinstance(fact, Power) and fact.ordered_by), "")


def _whom_to_ask(country: CountryCode) -> str:
    return f"the 24/7 point of contact or the central authority of {country.in_sentence}"
