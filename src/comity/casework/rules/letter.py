"""From a request to the letter that says it: which field stands where. Knows nothing of how a letter looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from comity.casework.rules.blocks.treaty import NAMED
from comity.casework.rules.content import said
from comity.casework.rules.declaration import Kind, Part, Section
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.identifiers import lines
from comity.casework.rules.shapes import blank, day
from comity.documents.rules import letter as paper
from comity.kernel.country import CountryCode

NOT_YET = "—"
"""Stands where a draft lacks what is required, so that a preview shows the hole."""

NOTHING_SAID = "Not given."
"""Stands under the heading of a section that has nothing to say, so that no reader looks for a missing page."""


def letter(
    kind: Kind,
    reference: str,
    content: Mapping[str, Any],
    *,
    today: date,
    signatory: paper.Signatory,
    verify_at: str = "",
) -> paper.Letter:
    """The letter in English. An unfinished draft gives one too, with a dash where something required is missing."""
    values = _printable(kind, content)
    status = _section(kind, Part.STATUS)
    return paper.Letter(
        kind=kind.letter_kind,
        version=kind.letter_version,
        language="en",
        title=kind.title,
        subtitle=_basis(values) or kind.subtitle,
        reference=reference,
        date=day(values.get("date")) or today,
        parties=(_party(kind, Part.REQUESTED, values), _party(kind, Part.REQUESTING, values)),
        sections=tuple(
            paper.Section(section.number, section.title, "" if rows else NOTHING_SAID, rows)
            for section in kind.sections
            if section.part is Part.BODY
            for rows in [_rows(section, values)]
        ),
        closing=kind.closing,
        signatory=signatory,
        status=_ticks(kind.fields["status"], values) if "status" in kind.fields else (),
        status_rows=(*_rows_but(_section(kind, Part.HEAD), values, "date"), *_rows_but(status, values, "status")),
        letterhead=_letterhead(values),
        verify_at=verify_at,
    )


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


def _section(kind: Kind, part: Part) -> tuple[FieldSpec, ...]:
    return tuple(spec for section in kind.sections if section.part is part for spec in section.fields)


def _party(kind: Kind, part: Part, values: Mapping[str, Any]) -> paper.Party:
    """One side. Its rows carry no articles: beside each telephone number they would only be in the way."""
    section = next(section for section in kind.sections if section.part is part)
    requested = part is Part.REQUESTED
    name = kind.asked if requested else "requesting_organisation"
    country = "requested_country" if requested else "requesting_country"
    return paper.Party(
        number=section.number,
        part=section.title,
        name=values.get(name, NOT_YET),
        country=_country(values.get(country, NOT_YET)),
        rows=tuple(replace(row, note="") for row in _rows_but(section.fields, values, name, country)),
    )


def _letterhead(values: Mapping[str, Any]) -> tuple[str, ...]:
    named = (_country(values.get("requesting_country", NOT_YET)), values.get("requesting_organisation", NOT_YET))
    return tuple(text for text in named if text != NOT_YET)


def _rows_but(fields: tuple[FieldSpec, ...], values: Mapping[str, Any], *names: str) -> tuple[paper.Row, ...]:
    return tuple(_row(spec, values) for spec in _shown(fields, values) if spec.name not in names)


def _rows(section: Section, values: Mapping[str, Any]) -> tuple[paper.Row, ...]:
    """A section's rows. Where the letter rests on another treaty, the articles of the form would mislead."""
    rows = tuple(_row(spec, values) for spec in _shown(section.fields, values))
    return tuple(replace(row, note="") for row in rows) if _basis(values) else rows


def _basis(values: Mapping[str, Any]) -> str:
    """The treaty that the letter rests on in place of the one its form is made for."""
    named = values.get(NAMED)
    return f"On the basis of: {named}" if named else ""


def _shown(fields: tuple[FieldSpec, ...], values: Mapping[str, Any]) -> Iterator[FieldSpec]:
    """What the form prints: everything said, and every box to tick, whether it is ticked or not."""
    boxes = {Shape.CHOICE, Shape.CHOICES, Shape.YES_NO}
    return (spec for spec in fields if spec.name in values or (spec.shape in boxes and not spec.only_chosen))


def _row(spec: FieldSpec, values: Mapping[str, Any]) -> paper.Row:
    note = spec.article if spec.article.startswith("Article") else ""
    if spec.shape is Shape.YES_NO:
        ticked = values.get(spec.name) is True
        return paper.Row("", (paper.Tick(ticked, spec.label),), note)
    if spec.shape in {Shape.CHOICE, Shape.CHOICES}:
        return paper.Row(spec.label, _ticks(spec, values), note)
    value = values[spec.name]
    if spec.shape is Shape.IDENTIFIERS and value != NOT_YET:
        return paper.Row(spec.label, lines(value), note, exact=True)
    return paper.Row(spec.label, _text(spec, value), note)


def _ticks(spec: FieldSpec, values: Mapping[str, Any]) -> tuple[paper.Tick, ...]:
    value = values.get(spec.name)
    chosen = value if isinstance(value, list) else [value]
    return tuple(
        paper.Tick(choice.value in chosen, choice.label)
        for choice in spec.choices
        if choice.value in chosen or not spec.only_chosen
    )


def _text(spec: FieldSpec, value: Any) -> str:
    match spec.shape:
        case Shape.COUNTRY:
            return _country(value)
        case Shape.DATE:
            return _day(value)
        case Shape.PERIOD if isinstance(value, dict):
            return " to ".join(_day(value[part]) for part in ("from", "to") if not blank(value.get(part)))
        case _:
            return str(value)


def _country(value: str) -> str:
    try:
        return CountryCode(value).english_name
    except ValueError:
        return value


def _day(value: str) -> str:
    found = day(value)
    return f"{found.day} {found:%B %Y}" if found else value
