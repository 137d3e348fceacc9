"""One field of the form of a fact: how it is asked, by its shape, and what is filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms

from comity.kernel.sayable import said, sayable
from comity.kernel.words import noted, say
from comity.upkeep.rules.shape import Answer, FieldShape

Choices = list[tuple[str, str]]
_HELP = {
    "to": noted("The first day on which it no longer holds. Empty: nobody knows of an end."),
    "from": noted("The first day on which it holds. Empty: no limit."),
    "observed": noted("The day somebody found it so. A date that a treaty sets needs none."),
    "at": noted("Article, page or row: where a reader finds it."),
    "confidence": noted("High: read in the source. Medium: general knowledge, to be verified. Low: a memory."),
    "verify_by": noted("Empty: a year after it was compared."),
    "note": noted("What a reader should know before relying on it."),
}


@dataclass(frozen=True, slots=True)
class _Way:
    """How one sort of answer is asked for, and how what stands there is filled in."""

    make: Callable[..., forms.Field]
    options: dict[str, Any] = field(default_factory=dict)
    widget: Callable[[], forms.Widget] | None = None
    filled: Callable[[Any], Any] = lambda given: given


def fact_field(shape: FieldShape, sources: Choices, given: Any) -> forms.Field:
    """The field of a form for `shape`, with what stands there (`given`) filled in."""
    words: dict[str, Any] = {
        "label": shape.label,
        "help_text": said(_HELP.get(shape.name, "")),
        "required": shape.required,
    }
    if shape.name == "source":
        standing = [(given, given)] if given and given not in dict(sources) else []
        return forms.ChoiceField(choices=[_none(), *sources, *standing], initial=given or "", **words)
    way = _WAYS[shape.answer]
    if shape.answer is Answer.SWITCH:
        words["required"] = False
    if shape.answer is Answer.ENTRIES:
        words["help_text"] = f"{words['help_text']} {say('One entry a line.')}".strip()
    if shape.answer is Answer.YES_NO:
        words["choices"] = [(value, said(word)) for value, word in _YES_NO]
    if shape.choices:
        choices = [(value, said(value.replace("-", " ").capitalize())) for value in shape.choices]
        words["choices"] = choices if shape.answer is Answer.CHOICES else [_none(), *choices]
    if way.widget:
        words["widget"] = way.widget()
    return way.make(initial=way.filled(given), **{**way.options, **words})


def _lines(given: Any) -> str:
    return "\n".join(given or ())


def _said(given: Any) -> str:
    return "" if given is None else "yes" if given else "no"


def _text(given: Any) -> str:
    return given or ""


def _none() -> tuple[str, str]:
    return "", say("Choose one")


_YES_NO = (("", noted("Not known")), ("yes", noted("Yes")), ("no", noted("No")))
_NOT_A_DAY = {"invalid": sayable("This is not a day. Write it as {example}.", example="2026-03-02")}
_WAYS: dict[Answer, _Way] = {
    Answer.LINE: _Way(forms.CharField, {"max_length": 2000}, filled=_text),
    Answer.WORDS: _Way(forms.CharField, {"max_length": 5000}, lambda: forms.Textarea(attrs={"rows": 3}), _text),
    Answer.DAY: _Way(forms.DateField, {"error_messages": _NOT_A_DAY}, lambda: forms.DateInput(attrs={"type": "date"})),
    Answer.SWITCH: _Way(forms.BooleanField, filled=bool),
    Answer.YES_NO: _Way(forms.ChoiceField, filled=_said),
    Answer.CHOICE: _Way(forms.ChoiceField, filled=_text),
    Answer.CHOICES: _Way(forms.MultipleChoiceField, widget=forms.CheckboxSelectMultiple, filled=list),
    Answer.ENTRIES: _Way(forms.CharField, {"max_length": 10_000}, lambda: forms.Textarea(attrs={"rows": 4}), _lines),
    Answer.NUMBER: _Way(forms.IntegerField, {"error_messages": {"invalid": noted("This is not a whole number.")}}),
    Answer.DECIMAL: _Way(forms.FloatField, {"error_messages": {"invalid": noted("This is not a number.")}}),
}
