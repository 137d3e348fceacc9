"""What a form must ask about a fact, by the shape that its pack demands; and the fact that the answers make.

Decides how an answer is written, never whether it may stand: that is the atlas's to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from comity.kernel.words import noted


class Answer(StrEnum):
    """How one field of a fact is answered."""

    LINE = "line"
    WORDS = "words"
    DAY = "day"
    SWITCH = "switch"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    ENTRIES = "entries"
    NUMBER = "number"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field by the name it has in the pack. `required`: the pack is not sound without it; `default` is what stands
    where nothing is answered."""

    name: str
    label: str
    answer: Answer
    required: bool
    default: Any
    choices: tuple[str, ...] = ()


LONG = frozenset({"says", "note", "threshold", "duration", "safeguards", "provision", "conditions", "needs", "content"})
_FIRST = ("value", "title", "term", "from", "to", "observed")
_LAST = ("source", "at", "checked", "confidence", "verify_by", "disputed", "note")
_LABELS = {
    "value": noted("What holds"),
    "from": noted("Holds from"),
    "to": noted("Holds until"),
    "observed": noted("Observed on"),
    "source": noted("Source"),
    "at": noted("Place in the source"),
    "checked": noted("Compared with the source on"),
    "confidence": noted("Confidence"),
    "verify_by": noted("Compare again by"),
    "disputed": noted("The sources disagree, and both are kept"),
    "note": noted("Note"),
}


def label_of(name: str) -> str:
    """The name of a field, in words."""
    return _LABELS.get(name, name.replace("_", " ").replace("-", " ").capitalize())


def shape_of(piece: type[BaseModel]) -> tuple[FieldShape, ...]:
    """The fields of a fact that a form can ask for: what it says first, then where it stands. What holds further
    records is left out, and kept as it is."""
    found = [_field(name, field) for name, field in piece.model_fields.items()]
    return tuple(sorted(filter(None, found), key=lambda shape: _rank(shape.name)))


def is_piece(shape: type[BaseModel]) -> bool:
    """Whether the record is one piece: a form can ask for all of it."""
    return len(shape_of(shape)) == len(shape.model_fields)


def as_written(shape: FieldShape, given: Any) -> Any:
    """An answer as the pack has it: days and choices as text, and `default` for what was left empty."""
    if given is None or given == "" or (given == [] and shape.answer in {Answer.CHOICES, Answer.ENTRIES}):
        return shape.default
    if shape.answer is Answer.ENTRIES and isinstance(given, str):
        return [line.strip() for line in given.splitlines() if line.strip()]
    if shape.answer is Answer.YES_NO and isinstance(given, str):
        return given == "yes"
    if isinstance(given, date):
        return given.isoformat()
    return list(given) if isinstance(given, tuple | list) else given


def made(shapes: tuple[FieldShape, ...], given: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The fact that the answers make of `before`, which keeps what no form asked for."""
    return {**before, **{shape.name: as_written(shape, given.get(shape.name)) for shape in shapes}}


def _rank(name: str) -> tuple[int, int]:
    if name in _FIRST:
        return 0, _FIRST.index(name)
    return (2, _LAST.index(name)) if name in _LAST else (1, 0)


def _field(python_name: str, field: Any) -> FieldShape | None:
    name = field.alias or python_name
    answer, choices = _answer(name, field.annotation)
    if answer is None:
        return None
    default = None if field.is_required() else _plain(field.get_default(call_default_factory=True))
    return FieldShape(name, label_of(name), answer, field.is_required(), default, choices)


def _answer(name: str, annotation: Any) -> tuple[Answer | None, tuple[str, ...]]:
    optional = get_origin(annotation) in {Union, UnionType}
    inner = [part for part in get_args(annotation) if part is not NoneType] if optional else [annotation]
    kind = inner[0] if len(inner) == 1 else None
    if get_origin(kind) is tuple:
        return _several(get_args(kind))
    if not isinstance(kind, type):
        return None, ()
    if issubclass(kind, Enum):
        return Answer.CHOICE, tuple(str(member.value) for member in kind)
    if kind is bool:
        return (Answer.YES_NO if optional or name == "value" else Answer.SWITCH), ()
    if kind is str:
        return (Answer.WORDS if name in LONG else Answer.LINE), ()
    return {date: Answer.DAY, int: Answer.NUMBER, float: Answer.DECIMAL}.get(kind), ()


def _several(of: tuple[Any, ...]) -> tuple[Answer | None, tuple[str, ...]]:
    if len(of) != 2 or of[1] is not Ellipsis or not isinstance(of[0], type):  # noqa: PLR2004  (kind, …)
        return None, ()
    if issubclass(of[0], Enum):
        return Answer.CHOICES, tuple(str(member.value) for member in of[0])
    return (Answer.ENTRIES, ()) if of[0] is str else (None, ())


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value
