"""A request's content as plain JSON: read from a posted form, kept as typed, and reduced to what is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.shapes import blank
from comity.casework.rules.translations import place
from comity.kernel.country import CountryCode

PERIOD_PARTS = ("from", "to")


_MOST_DIGITS = 7


def from_form(
    kind: Kind, posted: Mapping[str, Sequence[str]], *, ignoring: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Content from a posted form's lists of values (`dict(request.POST.lists())`), every field of the kind included.

    A period is posted as `<name>.from` and `<name>.to`; identifiers as lines of one or more texts; a tick as any value;
    a translation as `<name>.<language>`, and only what is posted is one.
    Names that no field has are kept as they are, so that the gate refuses them; `ignoring` names what is the page's own
    (the token against forged requests, the version, the button).
    """
    parts = {f"{spec.name}.{part}" for spec in kind if spec.shape is Shape.PERIOD for part in PERIOD_PARTS}
    known = parts | set(kind.fields) | ignoring
    beside = {name: _text(posted, name) for name in posted if place(kind, name)}
    strange = {name: list(values) for name, values in posted.items() if name not in known and name not in beside}
    return {spec.name: _value(spec, posted) for spec in kind} | beside | strange


def values_from_form(specs: Iterable[FieldSpec], posted: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The same for fields that stand in no kind: the answers of a step. Other names are left out."""
    return {spec.name: _value(spec, posted) for spec in specs}


def _value(spec: FieldSpec, posted: Mapping[str, Sequence[str]]) -> Any:
    texts = [text.replace("\r\n", "\n") for text in posted.get(spec.name, ())]
    match spec.shape:
        case Shape.CHOICES:
            return texts
        case Shape.YES_NO:
            return bool(texts)
        case Shape.IDENTIFIERS:
            return [{"text": line.strip()} for text in texts for line in text.split("\n") if line.strip()]
        case Shape.PERIOD:
            return {part: next(iter(posted.get(f"{spec.name}.{part}", ())), "").strip() for part in PERIOD_PARTS}
        case Shape.NUMBER:
            return _number(texts[-1] if texts else "")
        case _:
            return texts[-1] if texts else ""


def _text(posted: Mapping[str, Sequence[str]], name: str) -> str:
    return next(reversed(posted[name]), "").replace("\r\n", "\n")


def _number(text: str) -> int | str | None:
    digits = text.strip()
    if digits.isascii() and digits.removeprefix("-").isdecimal() and len(digits) <= _MOST_DIGITS:
        return int(digits)
    return text if digits else None


def said(kind: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the content says: its fields in the form's order, stripped, without blanks and without what is out of place.

    The letter prints exactly this, and the attachment carries exactly this. Entries without text are no identifiers.
    """
    return {
        spec.name: _tidy(spec, content[spec.name])
        for spec in kind
        if spec.requirement.relevant(content) and not blank(content.get(spec.name))
    }


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the fields that differ, in alphabetical order. Two ways of saying nothing do not differ."""
    return tuple(
        sorted(
            name
            for name in {*before, *after}
            if (was := before.get(name)) != (now := after.get(name)) and not (blank(was) and blank(now))
        )
    )


def country_named(content: Mapping[str, Any], field: str) -> CountryCode | None:
    """The country that a field names, however it was typed; None where it names none."""
    try:
        return CountryCode(content.get(field) or "")
    except (ValueError, AttributeError, TypeError):
        return None


def _tidy(spec: FieldSpec, value: Any) -> Any:
    match spec.shape:
        case Shape.COUNTRY:
            return _stripped(value).upper()
        case Shape.IDENTIFIERS if isinstance(value, list):
            return [_stripped(item) for item in value if not blank(item)]
        case _:
            return _stripped(value)


def _stripped(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_stripped(item) for item in value]
    if isinstance(value, dict):
        return {key: _stripped(item) for key, item in value.items()}
    return value
