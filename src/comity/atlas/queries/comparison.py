"""Up to six countries side by side: standings, powers, authorities, law article by article, and procedures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from comity.atlas.queries.country import CountryView, country_view
from comity.atlas.queries.fact import FactView
from comity.atlas.queries.legal_profile import PROTOCOL, ArticleRow, LegalPart, in_order, legal_profile
from comity.atlas.queries.procedures import MeasureView, measure_views
from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.country import Function
from comity.atlas.rules.packs.legal_consistency import CONVENTION
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted, say

ABREAST = 6
"""As many countries as can be read side by side."""


class TooMany(ValueError):
    """More countries than fit. The text says how many were chosen, and how many to leave out."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What one country says in a row: a state where the row has one, lines of text, and the facts behind it.

    Without a state and without lines: not known.
    """

    state: str
    lines: tuple[str, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row. `shared` are lines that all countries of which anything is known have in common, taken out of the cells.
    `differ` says whether the countries do not all say the same."""

    label: str
    cells: tuple[Compared, ...]
    shared: tuple[str, ...] = ()

    @property
    def differ(self) -> bool:
        return len({(cell.state, cell.lines, bool(cell.facts)) for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class ComparedPart:
    key: str
    title: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    countries: tuple[CountryView, ...]
    parts: tuple[ComparedPart, ...]


def comparison(snapshot: Snapshot, codes: Sequence[CountryCode], day: date) -> Comparison:
    """The countries in the order given. Raises TooMany; LookupError for a country of which nothing is recorded."""
    if len(codes) > ABREAST:
        over = len(codes) - ABREAST
        sentence = noted("You chose {count} countries; at most {limit} can stand side by side. Leave out {over}.")
        raise TooMany(say(sentence, count=len(codes), limit=ABREAST, over=over))
    views = [country_view(snapshot, code, day) for code in codes]
    laws = [legal_profile(snapshot, code, day) for code in codes]
    measures = [measure_views(snapshot, code, day) for code in codes]
    return Comparison(
        tuple(views),
        (
            ComparedPart("standings", noted("Standing towards instruments"), _standings(views)),
            ComparedPart("powers", noted("Powers of procedural law"), _powers(views)),
            ComparedPart("authorities", noted("Authorities"), _authorities(views)),
            ComparedPart("legal", noted("Law, by article of the Budapest Convention"), _legal(laws)),
            ComparedPart("procedures", noted("Procedures by measure"), _procedures(measures)),
        ),
    )


def _standings(views: list[CountryView]) -> tuple[ComparedRow, ...]:
    """The instruments towards which any of the countries is known to stand, on this day or on another."""
    known = {one.instrument for view in views for one in view.standings if one.current or one.others}
    names = sorted(known, key=lambda name: (name != CONVENTION, name != PROTOCOL, name))
    by_name = [{standing.instrument: standing for standing in view.standings} for view in views]
    shorts = {standing.instrument: standing.short for view in views for standing in view.standings}
    rows = []
    for name in names:
        found = [standings.get(name) for standings in by_name]
        cells = [Compared(one.standing, (), one.current) if one else NOT_KNOWN for one in found]
        rows.append(ComparedRow(shorts[name], tuple(cells)))
    return tuple(rows)


def _powers(views: list[CountryView]) -> tuple[ComparedRow, ...]:
    titles = {power.article: power.title for view in views for power in view.powers}
    rows = []
    for article in sorted(titles, key=lambda name: (not name.isdigit(), name)):
        found = [next((power for power in view.powers if power.article == article), None) for view in views]
        label = titles[article]
        if article.isdigit():
            label = sayable("Article {article}: {title}", article=article, title=label)
        cells = [
            Compared("disputed" if one.disputed else one.level, (), one.current) if one else NOT_KNOWN for one in found
        ]
        rows.append(ComparedRow(label, tuple(cells)))
    return tuple(rows)


def _authorities(views: list[CountryView]) -> tuple[ComparedRow, ...]:
    """One row for each function and, where any country divides them, stage."""
    rows = []
    for function in Function:
        for stage in (*Stage, None):
            cells = tuple(_competent(view, function.label, stage.label if stage else "") for view in views)
            if any(cell.lines for cell in cells):
                label = sayable(function.label[0].upper() + function.label[1:])
                if stage:
                    label = sayable("{function}, {stage}", function=label, stage=sayable(stage.label))
                rows.append(ComparedRow(label, cells))
    return tuple(rows)


def _competent(view: CountryView, function: str, stage: str) -> Compared:
    """Authorities competent for this stage alone, or, without a stage, for both."""
    found = [
        (authority.name, competence.facts)
        for authority in view.authorities
        if authority.exists
        for competence in authority.competences
        if competence.current
        and competence.function == function
        and (stage in competence.stages if stage else not competence.stages)
    ]
    return Compared(
        "", tuple(dict.fromkeys(name for name, _ in found)), tuple(one for _, facts in found for one in facts)
    )


def _legal(laws: list[tuple[LegalPart, ...]]) -> tuple[ComparedRow, ...]:
    """The articles of which any of the countries has a fact, in the order of the instruments."""
    found = [{(part.instrument, row.article): row for part in parts for row in part.rows} for parts in laws]
    labels = {
        (part.instrument, row.article): _article_name(part, row)
        for parts in laws
        for part in parts
        for row in part.rows
    }
    known = {key for articles in found for key, row in articles.items() if row.known}
    return tuple(
        ComparedRow(labels[key], tuple(_article(articles.get(key)) for articles in found))
        for key in sorted(known, key=lambda key: (key[0] != CONVENTION, key[0], in_order(key[1])))
    )


def _article_name(part: LegalPart, row: ArticleRow) -> str:
    """The Convention's articles without its name: they are most of the table."""
    if part.instrument == CONVENTION:
        return sayable("Article {article}: {title}", article=row.article, title=row.title)
    return sayable(
        "{instrument}, Article {article}: {title}", instrument=part.short, article=row.article, title=row.title
    )


def _article(row: ArticleRow | None) -> Compared:
    if row is None:
        return NOT_KNOWN
    provisions = dict.fromkeys(one.provision for one in row.provisions if one.provision)
    state = "disputed" if row.disputed else row.level
    return Compared(state, tuple(provisions), tuple(one.fact for one in row.provisions))


def _procedures(measures: list[tuple[MeasureView, ...]]) -> tuple[ComparedRow, ...]:
    """The measures of which any of the countries has a fact."""
    rows = []
    for views in zip(*measures, strict=True):
        if any(view.known for view in views):
            label = views[0].label[0].upper() + views[0].label[1:]
            rows.append(_sharing(ComparedRow(label, tuple(_procedure(view) for view in views))))
    return tuple(rows)


def _sharing(row: ComparedRow) -> ComparedRow:
    known = [cell for cell in row.cells if cell.lines]
    shared = [line for line in known[0].lines if all(line in cell.lines for cell in known)] if len(known) > 1 else []
    cells = tuple(replace(cell, lines=tuple(line for line in cell.lines if line not in shared)) for cell in row.cells)
    return ComparedRow(row.label, cells, tuple(shared))


def _procedure(view: MeasureView) -> Compared:
    lines = [item.fact.value for item in view.procedures]
    lines += [
        sayable("{label}: {text}", label=sayable(label), text=text)
        for item in view.procedures
        for label, text in item.points
        if label in _SHOWN
    ]
    return Compared("", tuple(dict.fromkeys(lines)), tuple(item.fact for item in view.procedures))


_SHOWN = ("Who receives it", "What it takes there", "Preserved for", "Typical time")
"""The points that are worth a line here; the rest is on the country's own page."""
NOT_KNOWN = Compared("unknown", (), ())
