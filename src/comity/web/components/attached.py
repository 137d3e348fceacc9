"""What a stranger's machine-readable request says, in lines to read. Trusts none of it: shows text, follows nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.registry import kinds
from comity.casework.rules.shapes import day
from comity.web.components.moments import day_in_words
from comity.web.components.party import country_name

LONGEST = 2_000
MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its label and what it says, a text for each line."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """The request: `main` are the fields that its kind demands, `others` the rest, both in the form's order."""

    kind: str
    reference: str
    main: tuple[Line, ...]
    others: tuple[Line, ...]


def attached(request: Any) -> Attached | None:
    """The request of the attachment; None where it is not one of ours, or of a kind that this node does not know."""
    about, content = _object(request, "comity"), _object(request, "content")
    kind = kinds().get(str(about.get("kind")))
    if kind is None or not content:
        return None
    main, others = _lines(kind, content, demanded=True), _lines(kind, content, demanded=False)
    return Attached(kind.label, _text(request.get("reference", "")), tuple(main), tuple(others))


def _object(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _lines(kind: Kind, content: Mapping[str, Any], *, demanded: bool) -> Iterator[Line]:
    for spec in kind:
        texts = tuple(filter(None, _texts(spec, content.get(spec.name))))[:MOST_LINES]
        if texts and demanded is (spec.requirement.need is Need.REQUIRED):
            yield Line(spec.label, texts)


def _texts(spec: FieldSpec, value: Any) -> Iterator[str]:
    match value:
        case list():
            for item in value[:MOST_LINES]:
                yield from _texts(spec, item)
        case {"text": text}:
            yield _text(text)
        case {"from": first, "to": last}:
            yield f"{_text(first)} to {_text(last)}"
        case dict() | None:
            return
        case bool():
            yield "yes" if value else "no"
        case str():
            yield _text(_words(spec, value))
        case _:
            yield _text(value)


def _words(spec: FieldSpec, value: str) -> str:
    """A country's name, a day in words, a choice's label; what is none of these as it stands."""
    match spec.shape:
        case Shape.COUNTRY:
            return country_name(value)
        case Shape.DATE:
            found = day(value)
            return day_in_words(found) if found else value
        case _:
            return spec.label_of(value)


def _text(value: Any) -> str:
    text = str(value).strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
