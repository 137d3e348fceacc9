"""What one field of a request is: its words, its article, its shape. Draws nothing, stores nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Shape(StrEnum):
    """What a value looks like in JSON. The form, the gate, the letter and the schema each know every shape."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    EMAIL = "email"
    TELEPHONE = "telephone"
    DATE = "date"
    """ISO 8601, “2026-03-01”."""
    PERIOD = "period"
    """`{"from": date, "to": date}`, both days included."""
    ZONE = "zone"
    """A name of the time zone database, “Asia/Tbilisi”."""
    COUNTRY = "country"
    """ISO 3166-1 alpha-2."""
    CHOICE = "choice"
    CHOICES = "choices"
    """Any number of the choices, as a list."""
    YES_NO = "yes-no"
    NUMBER = "number"
    IDENTIFIERS = "identifiers"
    """A list of objects with `text` as somebody wrote it; what they mean is read by the kernel's identifiers."""


class Need(StrEnum):
    """How much the kind needs a field."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A need, which may depend on another field: it then holds only where that field has one of `values`."""

    need: Need
    field: str = ""
    values: tuple[Any, ...] = ()

    def applies(self, content: Mapping[str, Any]) -> bool:
        """Whether this content needs the field at all: required, and its condition (if it has one) holds."""
        return self.need is Need.REQUIRED and self.relevant(content)

    def relevant(self, content: Mapping[str, Any]) -> bool:
        """Whether the field has a place in this content; a form may hide it where it has none."""
        if not self.field:
            return True
        value = content.get(self.field)
        chosen = value if isinstance(value, list) else [value]
        return any(item == wanted and type(item) is type(wanted) for item in chosen for wanted in self.values)


REQUIRED = Requirement(Need.REQUIRED)
RECOMMENDED = Requirement(Need.RECOMMENDED)
OPTIONAL = Requirement(Need.OPTIONAL)


def required_when(field: str, *values: Any) -> Requirement:
    """Required where `field` has (or, for several choices, contains) one of `values`; otherwise out of place."""
    return Requirement(Need.REQUIRED, field, values)


def optional_when(field: str, *values: Any) -> Requirement:
    """Never required, and in place only where `field` has one of `values`."""
    return Requirement(Need.OPTIONAL, field, values)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that may be chosen, and its words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field. `article` is what asks for it; `missing` is the whole sentence for whoever left it out.

    `not_after_today` and `not_before_today` bound a date; `minimum` and `maximum` a number.
    A required tick (yes-no) counts as missing until it is ticked. A letter prints every choice with its box, unless
    `only_chosen` says that what was not chosen tells a reader nothing.
    """

    name: str
    label: str
    help: str
    article: str
    shape: Shape
    requirement: Requirement = OPTIONAL
    choices: tuple[Choice, ...] = ()
    max_length: int = 0
    minimum: int | None = None
    maximum: int | None = None
    not_after_today: bool = False
    not_before_today: bool = False
    missing: str = ""
    only_chosen: bool = False

    def __post_init__(self) -> None:
        if bool(self.choices) is not (self.shape in {Shape.CHOICE, Shape.CHOICES}):
            raise TypeError(f"{self.name}: choices belong to the shapes “choice” and “choices”, and to no other.")

    @property
    def longest(self) -> int:
        """Characters that a text may have."""
        return self.max_length or _LONGEST.get(self.shape, 0)

    def label_of(self, value: str) -> str:
        """The words of a choice; the value itself where it is none of them."""
        return next((choice.label for choice in self.choices if choice.value == value), value)


_LONGEST = {Shape.TEXT: 300, Shape.LONG_TEXT: 8000, Shape.EMAIL: 254, Shape.TELEPHONE: 40, Shape.ZONE: 60}
