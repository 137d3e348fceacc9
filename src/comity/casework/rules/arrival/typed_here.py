"""Which fields of a registered request were typed in by a person here, and which say what a file says. Only the first
may be corrected here: what stands in somebody else's letter is theirs to correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from comity.casework.rules.arrival.reading import Medium, Reading
from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.gap import Gap
from comity.casework.rules.shapes import blank
from comity.casework.rules.translations import label_of, spec_of
from comity.kernel.sayable import said
from comity.kernel.words import noted, say

NUMBER = "their_reference"
"""The name under which the other side's number is corrected; no field of a kind is called so."""
NUMBER_LABEL = noted("Their ticket or reference number")


def read_from_file(kind: Kind, content: Mapping[str, Any], reading: Reading | None) -> frozenset[str]:
    """Names of the fields in which `content` says what the file says. Empty where no file came, or nothing was read.

    A field that somebody mended before registering says something else than the file, so it was typed here.
    """
    if reading is None:
        return frozenset()
    return frozenset(
        name
        for name, value in reading.content.items()
        if not blank(value) and (spec := spec_of(kind, name)) and _said(spec, content.get(name)) == _said(spec, value)
    )


def number_from_file(their_reference: str, reading: Reading | None) -> bool:
    """Whether the other side's number is the one that the file gives."""
    return bool(reading and reading.their_reference and reading.their_reference == their_reference)


def not_typed_here(kind: Kind, fields: Iterable[str], reading: Reading | None) -> tuple[Gap, ...]:
    """A refusal for each of `fields`, which were read from a file and are not changed here."""
    where = said_where(reading)
    sentence = say(
        "This was not typed here: it was read from {where} and says what that says, so it stays. "
        "If {where} is wrong, ask the other side for a corrected one, and register that.",
        where=said(where),
    )
    return tuple(Gap(name, NUMBER_LABEL if name == NUMBER else label_of(kind, name), sentence, "") for name in fields)


def said_where(reading: Reading | None) -> str:
    """What was read, in words that follow “from”."""
    if reading is None or reading.medium is Medium.TYPED:
        return noted("nothing")
    if reading.signed and reading.signed.signer:
        return noted("the signed letter")
    return {Medium.PDF: noted("the PDF"), Medium.MAIL: noted("the e-mail"), Medium.JSON: noted("the file of data")}.get(
        reading.medium, noted("the file")
    )


def _said(spec: FieldSpec, value: Any) -> Any:
    """The value without what a form adds or leaves out: ends of lines, white space around, empty parts."""
    match value:
        case str():
            text = value.replace("\r\n", "\n").strip()
            return text.upper() if spec.shape is Shape.COUNTRY else text
        case list():
            return [_said(spec, item) for item in value]
        case dict():
            return {name: _said(spec, item) for name, item in value.items() if not blank(item)}
        case _:
            return value
