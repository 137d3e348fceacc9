"""The form of a request, ready to be drawn: which control each field gets, what depends on what, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.fields import FieldSpec, Need, Shape
from comity.casework.rules.form import Form, FormField, FormSection
from comity.casework.rules.shapes import blank, day
from comity.casework.rules.translations import in_language, key
from comity.kernel.language_words import language_words
from comity.kernel.words import say
from comity.web.components.field_texts import field_texts

TICKED = "yes"
"""What a ticked box posts; any value would do."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The second column's text of a field: the language's code and name, the control's name and label, what is typed
    and, as in a control, what a colleague stored."""

    language: str
    words: str
    name: str
    label: str
    text: str
    stored: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """One field as it is drawn.

    `first` and `last` are a period's days; `as_text` tells that a day was typed that no calendar shows, so that it is
    drawn as it was typed. `when` names the field that must have one of `when_values` for this one to have a place.
    `stored` is what a colleague saved meanwhile, where that differs from what is typed here. `beside` is a long text in
    the letter's second language, where it has one.
    """

    field: FormField
    first: str = ""
    last: str = ""
    as_text: bool = False
    when: str = ""
    when_values: str = ""
    stored: tuple[str, ...] | None = None
    beside: Beside | None = None

    @property
    def spec(self) -> FieldSpec:
        return self.field.spec

    @property
    def recommended(self) -> bool:
        return self.spec.requirement.need is Need.RECOMMENDED

    @property
    def demanded(self) -> bool:
        return self.spec.requirement.need is Need.REQUIRED

    @property
    def advice(self) -> tuple[str, ...]:
        """Advice on what is there; that something recommended is not, its label says."""
        return () if blank(self.field.value) else self.field.advice

    @property
    def value(self) -> Any:
        return "" if self.field.value is None else self.field.value


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is drawn."""

    section: FormSection
    controls: tuple[Control, ...]
    open: bool


def parts(form: Form, *, at: str = "", stored: Mapping[str, Any] | None = None, second: str = "") -> tuple[Part, ...]:
    """The sections; open are the one of the field `at`, else the first that lacks something, and those in conflict.

    `stored` is what is saved, where somebody else saved meanwhile; `second` the language of the letter's second column.
    """
    first = next((section.number for section in form.sections if section.open_gaps), "")
    named = next((s.number for s in form.sections if at in {field.spec.name for field in s.fields}), first)
    found = []
    for section in form.sections:
        controls = tuple(control(field, stored, second) for field in section.fields)
        found.append(Part(section, controls, section.number == named or any(map(_in_conflict, controls))))
    return tuple(found)


def control(field: FormField, stored: Mapping[str, Any] | None = None, second: str = "") -> Control:
    """The control of one field; `stored` and `second` as in `parts`."""
    period = field.value if field.spec.shape is Shape.PERIOD and isinstance(field.value, dict) else {}
    days = [period.get("from"), period.get("to")] if period else [field.value]
    dated = field.spec.shape in {Shape.PERIOD, Shape.DATE}
    return Control(
        field,
        first=str(period.get("from") or ""),
        last=str(period.get("to") or ""),
        as_text=dated and any(not blank(value) and day(value) is None for value in days),
        when=field.spec.requirement.field,
        when_values=" ".join(TICKED if value is True else str(value) for value in field.spec.requirement.values),
        stored=_differing(field.spec, field.value, field.spec.name, stored),
        beside=_beside(field, second, stored) if second and field.spec.shape is Shape.LONG_TEXT else None,
    )


def _beside(field: FormField, language: str, stored: Mapping[str, Any] | None) -> Beside:
    name, text = key(field.spec.name, language), field.beside.get(language) or ""
    label = in_language(say(field.spec.label), language)
    return Beside(language, language_words(language), name, label, text, _differing(field.spec, text, name, stored))


def _differing(spec: FieldSpec, value: Any, name: str, stored: Mapping[str, Any] | None) -> tuple[str, ...] | None:
    if stored is None:
        return None
    saved = stored.get(name)
    if saved == value or (blank(saved) and blank(value)):
        return None
    return field_texts(spec, saved) or (say("nothing"),)


def _in_conflict(control: Control) -> bool:
    return control.stored is not None or (control.beside is not None and control.beside.stored is not None)
