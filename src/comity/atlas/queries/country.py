"""A country's page: its authorities, powers, standing towards instruments, and what was observed, each with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view, in_words
from comity.atlas.rules.fact import Cited
from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.consistency import CONVENTION, GENERAL_SEIZURE
from comity.atlas.rules.packs.country import Authority, Competence, CountryPack
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import Finding, on_day
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import noted, say


@dataclass(frozen=True, slots=True)
class CompetenceView:
    """What an authority is competent for, with every fact that says so; `current` if any of them holds on the day."""

    function: str
    stages: tuple[str, ...]
    instruments: tuple[str, ...]
    current: bool
    disputed: bool
    facts: tuple[FactView, ...]


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
    """Where the country stands towards an instrument on the day ("party", …, "unknown", "disputed"), since when, by
    which facts (`current`), and how it stood and will stand (`others`)."""

    instrument: str
    short: str
    title: str
    type: str
    standing: str
    since: date | None
    current: tuple[FactView, ...]
    others: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    instrument: str
    article: str
    says: str
    effect: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ObservationView:
    """A row of an assessment's overview, as the overview calls it, with this country's entries word for word."""

    topic: str
    entries: tuple[str, ...]
    fact: FactView


@dataclass(frozen=True, slots=True)
class CountryView:
    """Everything the packs say of a country, as of `day`. Where no pack describes it (`described` is False) they still
    say where it stands towards instruments."""

    code: str
    name: str
    day: date
    described: bool
    time_zone: str
    languages: tuple[str, ...]
    request_languages: tuple[FactView, ...]
    about: tuple[FactView, ...]
    authorities: tuple[AuthorityView, ...]
    powers: tuple[PowerView, ...]
    standings: tuple[StandingView, ...]
    statements: tuple[StatementView, ...]
    observations: tuple[ObservationView, ...]
    checked: date | None


def country_view(snapshot: Snapshot, code: CountryCode, day: date) -> CountryView:
    """The country as of `day`. Raises LookupError where neither a pack nor any instrument's table mentions it."""
    pack = snapshot.countries.get(code)
    if pack is None:
        return _known_by_treaties_only(snapshot, code, day)
    own = pack.country
    return CountryView(
        code=own.code,
        name=own.name,
        day=day,
        described=True,
        time_zone=own.time_zone,
        languages=own.languages,
        request_languages=_facts(snapshot, own.request_languages, day),
        about=_facts(snapshot, own.about, day),
        authorities=tuple(_authority(snapshot, pack, authority, day) for authority in pack.authorities),
        powers=tuple(_power(snapshot, pack, article, day) for article in pack.powers),
        standings=tuple(_standings(snapshot, code, day)),
        statements=tuple(_statements(snapshot, code, day)),
        observations=tuple(
            ObservationView(topic.label, fact.value, fact_view(fact, snapshot.sources, day))
            for topic, facts in pack.observations.items()
            for fact in facts
        ),
        checked=last_checked(pack),
    )


def _known_by_treaties_only(snapshot: Snapshot, code: CountryCode, day: date) -> CountryView:
    if not any(code in pack.parties for pack in snapshot.instruments.values()):
        raise LookupError(say("Nothing is recorded of {country} yet.", country=country_in_sentence(code)))
    standings = tuple(standing for standing in _standings(snapshot, code, day) if standing.current or standing.others)
    return CountryView(
        code=code,
        name=code.english_name,
        day=day,
        described=False,
        time_zone="",
        languages=(),
        request_languages=(),
        about=(),
        authorities=(),
        powers=(),
        standings=standings,
        statements=tuple(_statements(snapshot, code, day)),
        observations=(),
        checked=max((fact.checked for standing in standings for fact in standing.current), default=None),
    )


def standing_word(finding: Finding[Membership]) -> str:
    """A standing in a word: the membership, “disputed” or “unknown”."""
    return "disputed" if finding.disputed else in_words(finding.value) if finding.value else "unknown"


def exists(authority: Authority, day: date) -> bool:
    """Whether the authority is not known to have ceased, or not to have begun, on the day."""
    return on_day(authority.exists, day).value is not False


def _authority(snapshot: Snapshot, pack: CountryPack, authority: Authority, day: date) -> AuthorityView:
    names = {other.id: other.name for other in pack.authorities}
    return AuthorityView(
        authority.id,
        authority.name,
        exists(authority, day),
        names.get(authority.successor or "", ""),
        tuple(_competences(snapshot, authority, day)),
    )


def _competences(snapshot: Snapshot, authority: Authority, day: date) -> Iterator[CompetenceView]:
    """The authority's functions; facts that say the same of one period stand together, those that hold first."""
    grouped: dict[tuple[str, tuple[Stage, ...], bool], list[Competence]] = {}
    for item in authority.competences:
        grouped.setdefault((item.value.label, item.stages, item.covers(day)), []).append(item)
    for (function, stages, current), items in sorted(grouped.items(), key=lambda group: not group[0][2]):
        instruments = {name for item in items for name in item.instruments} if all(i.instruments for i in items) else ()
        yield CompetenceView(
            function,
            tuple(stage.label for stage in stages) if len(stages) < len(Stage) else (),
            tuple(snapshot.instruments[name].instrument.short for name in sorted(instruments)),
            current,
            any(item.disputed for item in items),
            _facts(snapshot, items, day),
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
        return noted("Ordinary search and seizure")
    convention = snapshot.instruments.get(CONVENTION)
    entry = convention.instrument.articles.get(article) if convention else None
    return entry.title if entry else ""


def _standings(snapshot: Snapshot, code: CountryCode, day: date) -> list[StandingView]:
    law = snapshot.on(day)
    standings = []
    for name, pack in snapshot.instruments.items():
        finding = law.membership(name, code)
        facts = pack.parties.get(code, pack.instrument.everyone)
        standings.append(
            StandingView(
                instrument=name,
                short=pack.instrument.short,
                title=pack.instrument.title,
                type=pack.instrument.type,
                standing=standing_word(finding),
                since=max((fact.start for fact in finding.facts if fact.start), default=None),
                current=_facts(snapshot, finding.facts, day),
                others=_facts(snapshot, [fact for fact in facts if not fact.covers(day)], day),
            )
        )
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


def last_checked(pack: CountryPack) -> date | None:
    """The last day on which somebody compared a power or a competence with its source."""
    days = [fact.checked for facts in pack.powers.values() for fact in facts]
    days += [fact.checked for authority in pack.authorities for fact in authority.competences]
    return max(days, default=None)
