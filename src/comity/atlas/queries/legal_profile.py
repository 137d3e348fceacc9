"""A country's legal profile: each article of the Convention and its Second Protocol beside the domestic provision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.country import standing_word
from comity.atlas.queries.fact import FactView, fact_view, in_words
from comity.atlas.rules.packs.country import CountryPack, Power, Provision
from comity.atlas.rules.packs.legal_consistency import CONVENTION, POWERS
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import on_day
from comity.kernel.country import CountryCode
from comity.kernel.words import noted

PROTOCOL = "cets224"
_PARTS = (
    (CONVENTION, noted("Definitions"), 1, 1),
    (CONVENTION, noted("Substantive law"), 2, 13),
    (CONVENTION, noted("Procedural law"), 14, 21),
    (CONVENTION, noted("Jurisdiction"), 22, 22),
    (CONVENTION, noted("International cooperation"), 23, 35),
    (PROTOCOL, noted("Enhanced cooperation and disclosure of electronic evidence"), 6, 14),
)
"""What the page shows: an instrument, a title, and from which article to which."""


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """A domestic provision as one fact has it; empty where the fact says the level only."""

    provision: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article: how far domestic law goes on the day ("full", "partial", "none", "unknown"), and by what."""

    article: str
    title: str
    says: str
    level: str
    disputed: bool
    provisions: tuple[ProvisionView, ...]
    others: tuple[FactView, ...]

    @property
    def known(self) -> bool:
        return bool(self.provisions)

    @property
    def anchor(self) -> str:
        return re.sub(r"[^0-9a-z]+", "-", self.article).strip("-")


@dataclass(frozen=True, slots=True)
class LegalPart:
    """A chapter of an instrument, and where the country stands towards that instrument on the day."""

    instrument: str
    short: str
    title: str
    standing: str
    rows: tuple[ArticleRow, ...]


def legal_profile(snapshot: Snapshot, code: CountryCode, day: date) -> tuple[LegalPart, ...]:
    """Every article in order, known or not."""
    law, pack = snapshot.on(day), snapshot.countries.get(code)
    return tuple(
        LegalPart(
            name,
            snapshot.instruments[name].instrument.short,
            title,
            standing_word(law.membership(name, code)),
            tuple(_row(snapshot, pack, name, article, day) for article in _articles(snapshot, pack, name, first, last)),
        )
        for name, title, first, last in _PARTS
        if name in snapshot.instruments
    )


def _articles(snapshot: Snapshot, pack: CountryPack | None, name: str, first: int, last: int) -> list[str]:
    """Whole articles, and those paragraphs of which the pack says something of its own."""
    spoken_of = {key.partition(":")[2] for key in pack.legal if key.startswith(f"{name}:")} if pack else set()
    known = snapshot.instruments[name].instrument.articles
    shown = (article for article in known if article.isdigit() or article in spoken_of)
    return sorted((article for article in shown if first <= in_order(article)[0] <= last), key=in_order)


def in_order(article: str) -> tuple[int, str]:
    """What articles are sorted by: their number, then the paragraph."""
    found = re.match(r"\d+", article)
    return (int(found[0]) if found else 0, article)


def _row(snapshot: Snapshot, pack: CountryPack | None, name: str, article: str, day: date) -> ArticleRow:
    entry = snapshot.instruments[name].instrument.articles[article]
    provisions: tuple[Provision, ...] = pack.legal.get(f"{name}:{article}", ()) if pack else ()
    is_power = name == CONVENTION and article in POWERS
    powers: tuple[Power, ...] = pack.powers.get(article, ()) if pack and is_power else ()
    finding = on_day(powers, day) if is_power else on_day(provisions, day)
    facts: tuple[Power | Provision, ...] = (*powers, *provisions)
    return ArticleRow(
        article,
        entry.title,
        entry.says,
        in_words(finding.value) if finding.value else "unknown",
        finding.disputed,
        tuple(
            ProvisionView(fact.provision, fact_view(fact, snapshot.sources, day)) for fact in facts if fact.covers(day)
        ),
        tuple(fact_view(fact, snapshot.sources, day) for fact in facts if not fact.covers(day)),
    )
