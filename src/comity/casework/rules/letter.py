"""From a request to the letter that says it: which field stands where. Knows nothing of how a letter looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from comity.casework.rules import saying
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.listed import section as attachments
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind, Part, Section
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.footing import Footing, as_version_1, named_in
from comity.casework.rules.identifiers import lines
from comity.casework.rules.shapes import blank, day
from comity.casework.rules.translations import said_in
from comity.documents.rules import letter as paper
from comity.documents.rules.form_words import form_words
from comity.kernel.cldr import long_day
from comity.kernel.words import Catalogue, English, noted, say, speaking, spoken

NOT_YET = "—"
"""Stands where a draft lacks what is required, so that a preview shows the hole."""

NAMES_ITS_FOOTING = 2
"""The version from which a letter cites no article of its form where it rests on another instrument."""

KNOWS_LANGUAGES = 3
"""The version from which a letter brings its form's own words along, in one language or two."""

NOTHING_SAID = noted("Not given.")
"""Stands under the heading of a section that has nothing to say, so that no reader looks for a missing page."""

OTHER_BASIS = noted("On the basis of: {treaty}")
PERIOD = noted("{first} to {last}")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is printed, what it rests on, by which version of the form, and which fields are given in two languages."""

    values: Mapping[str, Any]
    on: Footing
    version: int
    pairs: frozenset[str] = frozenset()

    def note(self, article: str) -> str:
        """The first version left every article out, where it named a treaty."""
        if self.version >= NAMES_ITS_FOOTING:
            return self.on.note(article)
        return "" if self.on.named else article

    def words(self, label: str) -> str:
        return self.on.words(label) if self.version >= NAMES_ITS_FOOTING else as_version_1(label)


def letter(
    kind: Kind,
    reference: str,
    content: Mapping[str, Any],
    *,
    today: date,
    signatory: paper.Signatory,
    verify_at: str = "",
    version: int = 0,
    footing: Footing | None = None,
    catalogues: Sequence[Catalogue] = (),
    listed: Sequence[Listed] = (),
) -> paper.Letter:
    """The letter in the languages of `catalogues` (one, or two side by side), else in English, whoever reads it.
    What is typed stands as it is; in the second language its translation, where `content` has one.

    An unfinished draft gives one too, with a dash where something required is missing. `version` is that of the form
    which it was signed with, else the kind's own; the first two know English only. `footing` is what the request rests
    on where its content alone does not tell. `listed` goes along with it, and stands in a last section; where nothing
    does, there is none, as in letters of before there were attachments.
    """
    version = version or kind.letter_version
    spoken_in = (tuple(catalogues) if version >= KNOWS_LANGUAGES else ()) or (English(),)
    texts = said_in(kind, content, spoken_in[1].language) if len(spoken_in) > 1 else {}
    made = []
    for catalogue, own in zip(spoken_in, (content, {**content, **texts}), strict=False):
        with speaking(catalogue):
            sheet = _sheet(kind, own, footing, version, frozenset(texts))
            made.append(_spoken_letter(kind, reference, sheet, today, signatory, verify_at, listed))
    return replace(made[0], beside=made[1]) if len(made) > 1 else made[0]


def _spoken_letter(
    kind: Kind,
    reference: str,
    sheet: _Sheet,
    today: date,
    signatory: paper.Signatory,
    verify_at: str,
    listed: Sequence[Listed],
) -> paper.Letter:
    values, on, version = sheet.values, sheet.on, sheet.version
    status = _section(kind, Part.STATUS)
    dated = day(values.get("date")) or today
    return paper.Letter(
        kind=kind.letter_kind,
        version=version,
        language=spoken(),
        title=say(kind.title),
        subtitle=say(OTHER_BASIS, treaty=saying.treaty(on.named)) if on.named else say(kind.subtitle),
        reference=reference,
        date=dated,
        parties=(_party(kind, Part.REQUESTED, sheet), _party(kind, Part.REQUESTING, sheet)),
        sections=_body(kind, sheet, listed),
        closing=say(closing(kind, on, version)),
        signatory=signatory,
        status=_ticks(kind.fields["status"], sheet) if "status" in kind.fields else (),
        status_rows=_without_articles(
            (*_rows_but(_section(kind, Part.HEAD), sheet, "date"), *_rows_but(status, sheet, "status"))
        ),
        letterhead=_letterhead(values),
        verify_at=verify_at,
        words=_words(kind, dated) if version >= KNOWS_LANGUAGES else (),
    )


def _sheet(
    kind: Kind, content: Mapping[str, Any], footing: Footing | None, version: int, pairs: frozenset[str]
) -> _Sheet:
    values = _printable(kind, content)
    return _Sheet(values, _footing(values, footing), version, pairs)


def _words(kind: Kind, dated: date) -> tuple[tuple[str, str], ...]:
    """The form's own words, with the two that depend on the letter: its day, and for whom it is signed."""
    signing = next(section.title for section in kind.sections if section.part is Part.REQUESTING)
    own = {"day": long_day(dated, spoken()), "signed_for": saying.signed_for(signing)}
    return tuple((form_words() | own).items())


def signatory(function: str, content: Mapping[str, Any]) -> paper.Signatory:
    """Who signs: a function, for the requesting organisation. `function` is empty while nobody has signed."""
    organisation = content.get("requesting_organisation")
    return paper.Signatory(
        function=function or NOT_YET, organisation=organisation.strip() if isinstance(organisation, str) else NOT_YET
    )


def _printable(kind: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """What can be printed: what is said, and a dash where something required is not."""
    values = said(kind, content)
    holes = (spec.name for spec in kind if spec.requirement.applies(content) and spec.name not in values)
    return values | dict.fromkeys(holes, NOT_YET)


def _body(kind: Kind, sheet: _Sheet, listed: Sequence[Listed]) -> tuple[paper.Section, ...]:
    own = tuple(
        paper.Section(section.number, say(section.title), "" if rows else say(NOTHING_SAID), rows)
        for section in kind.sections
        if section.part is Part.BODY
        for rows in [_rows(section, sheet)]
    )
    if not listed:
        return own
    last = str(own[-1].number) if own else ""
    return (*own, attachments(str(int(last) + 1) if last.isdecimal() else "", listed))


def _section(kind: Kind, part: Part) -> tuple[FieldSpec, ...]:
    return tuple(spec for section in kind.sections if section.part is part for spec in section.fields)


def _party(kind: Kind, part: Part, sheet: _Sheet) -> paper.Party:
    """One side. Its rows carry no articles: beside each telephone number they would only be in the way."""
    section = next(section for section in kind.sections if section.part is part)
    requested = part is Part.REQUESTED
    name = kind.asked if requested else "requesting_organisation"
    country = "requested_country" if requested else "requesting_country"
    return paper.Party(
        number=section.number,
        part=say(section.title),
        name=sheet.values.get(name, NOT_YET),
        country=saying.country(sheet.values.get(country, NOT_YET)),
        rows=_without_articles(_rows_but(section.fields, sheet, name, country)),
    )


def _without_articles(rows: Sequence[paper.Row]) -> tuple[paper.Row, ...]:
    return tuple(replace(row, note="") for row in rows)


def _letterhead(values: Mapping[str, Any]) -> tuple[str, ...]:
    named = (saying.country(values.get("requesting_country", NOT_YET)), values.get("requesting_organisation", NOT_YET))
    return tuple(text for text in named if text != NOT_YET)


def _rows_but(fields: tuple[FieldSpec, ...], sheet: _Sheet, *names: str) -> tuple[paper.Row, ...]:
    return tuple(_row(spec, sheet) for spec in _shown(fields, sheet.values) if spec.name not in names)


def _rows(section: Section, sheet: _Sheet) -> tuple[paper.Row, ...]:
    """A section's rows. Where the letter rests on another instrument, the articles of the form would mislead."""
    rows = tuple(_row(spec, sheet) for spec in _shown(section.fields, sheet.values))
    return tuple(replace(row, note=saying.article(sheet.note(row.note))) for row in rows)


def _footing(values: Mapping[str, Any], known: Footing | None) -> Footing:
    """What the content names comes before what is known otherwise: it is what the letter says."""
    named = named_in(values)
    return replace(known or Footing(), named=named) if named else known or Footing()


def closing(kind: Kind, on: Footing, version: int = NAMES_ITS_FOOTING) -> str:
    """The closing words in English; on another instrument without the article that stands in brackets at their end."""
    if not on.named or version < NAMES_ITS_FOOTING:
        return kind.closing
    return f"{on.words(kind.closing.removesuffix('.'))}."


def _shown(fields: tuple[FieldSpec, ...], values: Mapping[str, Any]) -> Iterator[FieldSpec]:
    """What the form prints: everything said, and every box to tick, whether it is ticked or not."""
    boxes = {Shape.CHOICE, Shape.CHOICES, Shape.YES_NO}
    return (spec for spec in fields if spec.name in values or (spec.shape in boxes and not spec.only_chosen))


def _row(spec: FieldSpec, sheet: _Sheet) -> paper.Row:
    values = sheet.values
    note = spec.article if spec.article.startswith("Article") else ""
    if spec.shape is Shape.YES_NO:
        ticked = values.get(spec.name) is True
        return paper.Row("", (paper.Tick(ticked, say(spec.label)),), note)
    if spec.shape in {Shape.CHOICE, Shape.CHOICES}:
        return paper.Row(say(spec.label), _ticks(spec, sheet), note)
    value = values[spec.name]
    if spec.shape is Shape.IDENTIFIERS and value != NOT_YET:
        return paper.Row(say(spec.label), lines(value), note, exact=True)
    language = spoken() if spec.name in sheet.pairs else ""
    return paper.Row(say(spec.label), _text(spec, value), note, language=language)


def _ticks(spec: FieldSpec, sheet: _Sheet) -> tuple[paper.Tick, ...]:
    value = sheet.values.get(spec.name)
    chosen = value if isinstance(value, list) else [value]
    return tuple(
        paper.Tick(choice.value in chosen, saying.choice(sheet.words(choice.label)))
        for choice in spec.choices
        if choice.value in chosen or not spec.only_chosen
    )


def _text(spec: FieldSpec, value: Any) -> str:
    match spec.shape:
        case Shape.COUNTRY:
            return saying.country(value)
        case Shape.DATE:
            return _day(value)
        case Shape.PERIOD if isinstance(value, dict):
            return _period([_day(value[part]) for part in ("from", "to") if not blank(value.get(part))])
        case _:
            return str(value)


def _period(days: Sequence[str]) -> str:
    """A draft's period may have one day only."""
    return say(PERIOD, first=days[0], last=days[1]) if len(days) > 1 else "".join(days)


def _day(value: str) -> str:
    found = day(value)
    return long_day(found, spoken()) if found else value
