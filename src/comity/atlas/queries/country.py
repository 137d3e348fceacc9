"""A country's page: its authorities, powers, standing towards instruments, and what was observed, each with sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view, in_words
from comity.atlas.rules.fact import Cited
from comity.atlas.rules.packs.consistency import CONVENTION, GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Authority, CountryPack
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import on_day
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class CompetenceView:
    function: str
    stages: tuple[str, ...]
    current: bool
    fact: FactView


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """An authority; `exists` is False where it is known to have ceased on the day. `successor` is a name."""

    id: str
    name: str
    exists: bool
    successor: str
    competences: tuple[CompetenceView, ...]


@dataclass(frozen=True, slots=True)
class PowerView:
    """A power by article: the level on the day ("full", "partial", "none", "unknown"), and every fact about it."""

    article: str
    title: str
    level: str
    disputed: bool
    provision: str
    ordered_by: str
    threshold: str
    duration: str
    current: tuple[FactView, ...]
    others: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class StandingView:
    """Where the country stands towards an instrument on the day."""

    instrument: str
    short: str
    title: str
    standing: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    instrument: str
    article: str
    says: str
    effect: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ObservationView:
    topic: str
    entries: tuple[str, ...]
    fact: FactView


@dataclass(frozen=True, slots=True)
class CountryView:
    """Everything the packs say of a country, as of `day`."""

    code: str
    name: str
    day: date
    time_zone: str
    languages: tuple[str, ...]
    request_languages: tuple[FactView, ...]
    about: tuple[FactView, ...]
    authorities: tuple[AuthorityView, ...]
    powers: tuple[PowerView, ...]
    standings: tuple[StandingView, ...]
    statements: tuple[StatementView, ...]
    observations: tuple[ObservationView, ...]
    checked: date


@dataclass(frozen=True, slots=True)
class CountryLine:
    """A country in a list."""

    code: str
    name: str
    convention: str
    authorities: int
    checked: date


def country_lines(snapshot: Snapshot, day: date) -> list[CountryLine]:
    """The countries that have a pack, by name."""
    lines = [_line(snapshot, pack, day) for pack in snapshot.countries.values()]
    return sorted(lines, key=lambda line: line.name)


def country_view(snapshot: Snapshot, code: CountryCode, day: date) -> CountryView:
    """The country as of `day`. Raises LookupError where no pack describes it."""
    pack = snapshot.countries.get(code)
    if pack is None:
        raise LookupError(f"No pack describes {code.english_name} yet.")
    own = pack.country
    return CountryView(
        code=own.code,
        name=own.name,
        day=day,
        time_zone=own.time_zone,
        languages=own.languages,
        request_languages=_facts(snapshot, own.request_languages, day),
        about=_facts(snapshot, own.about, day),
        authorities=tuple(_authority(snapshot, pack, authority, day) for authority in pack.authorities),
        powers=tuple(_power(snapshot, pack, article, day) for article in pack.powers),
        standings=tuple(_standings(snapshot, code, day)),
        statements=tuple(_statements(snapshot, code, day)),
        observations=tuple(
            ObservationView(topic, fact.value, fact_view(fact, snapshot.sources, day))
            for topic, facts in pack.observations.items()
            for fact in facts
        ),
        checked=_last_checked(pack),
    )


def _line(snapshot: Snapshot, pack: CountryPack, day: date) -> CountryLine:
    standing = snapshot.on(day).membership(CONVENTION, pack.country.code).value
    word = in_words(standing) if standing else "unknown"
    return CountryLine(pack.country.code, pack.country.name, word, len(pack.authorities), _last_checked(pack))


def _authority(snapshot: Snapshot, pack: CountryPack, authority: Authority, day: date) -> AuthorityView:
    names = {other.id: other.name for other in pack.authorities}
    return AuthorityView(
        authority.id,
        authority.name,
        on_day(authority.exists, day).value is not False,
        names.get(authority.successor or "", ""),
        tuple(
            CompetenceView(
                item.value.label,
                tuple(stage.label for stage in item.stages),
                item.covers(day),
                fact_view(item, snapshot.sources, day),
            )
            for item in authority.competences
        ),
    )


def _power(snapshot: Snapshot, pack: CountryPack, article: str, day: date) -> PowerView:
    facts = pack.powers[article]
    finding = on_day(facts, day)
    current = [fact for fact in facts if fact.covers(day)]
    latest = current[0] if current else None
    return PowerView(
        article=article,
        title=_article_title(snapshot, article),
        level=in_words(finding.value) if finding.value else "unknown",
        disputed=finding.disputed,
        provision=latest.provision if latest else "",
        ordered_by=latest.ordered_by if latest else "",
        threshold=latest.threshold if latest else "",
        duration=latest.duration if latest else "",
        current=_facts(snapshot, current, day),
        others=_facts(snapshot, [fact for fact in facts if not fact.covers(day)], day),
    )


def _article_title(snapshot: Snapshot, article: str) -> str:
    if article == GENERAL_SEIZURE:
        return "Ordinary search and seizure"
    convention = snapshot.instruments.get(CONVENTION)
    entry = convention.instrument.articles.get(article) if convention else None
    return entry.title if entry else ""


def _standings(snapshot: Snapshot, code: CountryCode, day: date) -> list[StandingView]:
    law = snapshot.on(day)
    standings = []
    for name, pack in snapshot.instruments.items():
        finding = law.membership(name, code)
        word = "disputed" if finding.disputed else in_words(finding.value) if finding.value else "unknown"
        facts = _facts(snapshot, pack.parties.get(code, pack.instrument.everyone), day)
        standings.append(StandingView(name, pack.instrument.short, pack.instrument.title, word, facts))
    return standings


def _statements(snapshot: Snapshot, code: CountryCode, day: date) -> list[StatementView]:
    return [
        StatementView(
            pack.instrument.short, item.article, item.says, item.value, fact_view(item, snapshot.sources, day)
        )
        for pack in snapshot.instruments.values()
        for item in pack.statements.get(code, ())
    ]


def _facts(snapshot: Snapshot, facts: Sequence[Cited], day: date) -> tuple[FactView, ...]:
    return tuple(fact_view(fact, snapshot.sources, day) for fact in facts)


def _last_checked(pack: CountryPack) -> date:
    days = [fact.checked for facts in pack.powers.values() for fact in facts]
    days += [fact.checked for authority in pack.authorities for fact in authority.competences]
    return max(days, default=date.min)
