"""The glossary: terms by their first letter, each with related terms, defining articles and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.packs.glossary import Term
from comity.atlas.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article that defines a term."""

    instrument: str
    short: str
    article: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term; `see` are pairs of key and term."""

    key: str
    term: str
    says: str
    see: tuple[tuple[str, str], ...]
    defined_by: tuple[ArticleLink, ...]
    fact: FactView


def glossary_letters(snapshot: Snapshot, day: date, sought: str = "") -> list[tuple[str, list[TermView]]]:
    """Terms by first letter, in the order of the alphabet; only those that contain what is sought."""
    found: dict[str, list[TermView]] = {}
    for key, term in sorted(snapshot.glossary.items(), key=lambda item: item[1].term.casefold()):
        if sought.casefold() in f"{term.term} {term.says}".casefold():
            found.setdefault(term.term[0].upper(), []).append(_view(snapshot, key, term, day))
    return sorted(found.items())


def _view(snapshot: Snapshot, key: str, term: Term, day: date) -> TermView:
    return TermView(
        key=key,
        term=term.term,
        says=term.says,
        see=_named(snapshot.glossary, term.see),
        defined_by=tuple(_article(snapshot, written) for written in term.defined_by),
        fact=fact_view(term, snapshot.sources, day),
    )


def _named(glossary: Mapping[str, Term], keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((key, glossary[key].term) for key in keys if key in glossary)


def _article(snapshot: Snapshot, written: str) -> ArticleLink:
    name, _, article = written.partition(":")
    pack = snapshot.instruments.get(name)
    return ArticleLink(name, pack.instrument.short if pack else name, article)
