"""An instrument's page: articles in our own words, parties with dates, reservations and declarations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view, in_words
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import on_day
from comity.kernel.country import CountryCode
from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class ArticleView:
    number: str
    title: str
    says: str
    equivalent: str
    fact: FactView

    @property
    def numbered(self) -> bool:
        """Whether it has a number; what a channel or a principle offers has none."""
        return self.number[:1].isdigit()


@dataclass(frozen=True, slots=True)
class PartyView:
    """A State towards the instrument on the day: since when, by which facts (`current`), and how it stood and will
    stand (`others`)."""

    code: str
    name: str
    standing: str
    since: date | None
    current: tuple[FactView, ...]
    others: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class DeclarationView:
    country: str
    article: str
    says: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """Everything the packs say of an instrument, as of `day`."""

    id: str
    title: str
    short: str
    reference: str
    type: str
    opened: date | None
    in_force: str
    in_force_facts: tuple[FactView, ...]
    articles: tuple[ArticleView, ...]
    parties: tuple[PartyView, ...]
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument in a list; `parties` counts those known to be Party on the day, `everyone` says whether all others
    are bound too, as a rule."""

    id: str
    title: str
    short: str
    reference: str
    type: str
    in_force: str
    parties: int
    everyone: bool


def instrument_lines(snapshot: Snapshot, day: date) -> list[InstrumentLine]:
    law = snapshot.on(day)
    return [
        InstrumentLine(
            name,
            pack.instrument.title,
            pack.instrument.short,
            pack.instrument.reference,
            pack.instrument.type,
            _word(law.in_force(name).value),
            sum(law.membership(name, code).value is Membership.PARTY for code in pack.parties),
            on_day(pack.instrument.everyone, day).value is Membership.PARTY,
        )
        for name, pack in snapshot.instruments.items()
    ]


def instrument_view(snapshot: Snapshot, name: str, day: date) -> InstrumentView:
    """The instrument as of `day`. Raises LookupError where no pack describes it."""
    pack = snapshot.instruments.get(name)
    if pack is None:
        raise LookupError(say("No pack describes an instrument “{name}”.", name=name))
    law, sources, own = snapshot.on(day), snapshot.sources, pack.instrument
    parties = [_party(snapshot, name, CountryCode(code), day) for code in pack.parties]
    return InstrumentView(
        id=name,
        title=own.title,
        short=own.short,
        reference=own.reference,
        type=own.type,
        opened=own.opened,
        in_force=_word(law.in_force(name).value),
        in_force_facts=tuple(fact_view(fact, sources, day) for fact in own.in_force),
        articles=tuple(
            ArticleView(number, item.title, item.says, item.equivalent or "", fact_view(item, sources, day))
            for number, item in own.articles.items()
        ),
        parties=tuple(sorted(parties, key=lambda party: party.name)),
        declarations=tuple(
            DeclarationView(str(code), item.article, item.says, fact_view(item, sources, day))
            for code, items in pack.statements.items()
            for item in items
        ),
    )


def _party(snapshot: Snapshot, name: str, country: CountryCode, day: date) -> PartyView:
    finding = snapshot.on(day).membership(name, country)
    others = [fact for fact in snapshot.instruments[name].parties[country] if not fact.covers(day)]
    return PartyView(
        country,
        country.english_name,
        "disputed" if finding.disputed else _word(finding.value),
        max((fact.start for fact in finding.facts if fact.start), default=None),
        tuple(fact_view(fact, snapshot.sources, day) for fact in finding.facts),
        tuple(fact_view(fact, snapshot.sources, day) for fact in others),
    )


def _word(value: object) -> str:
    return "unknown" if value is None else in_words(value)
