"""The form that every page starts from: one look, one way to show help, article and errors. Knows no page's fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.renderers import DjangoTemplates

from comity.kernel.sayable import Sayable, said
from comity.kernel.words import say


class Renderer(DjangoTemplates):
    """Draws forms and fields by web/components/form.html and field.html."""

    form_template_name = "web/components/form.html"
    field_template_name = "web/components/field.html"


class PlainForm(forms.Form):
    """A form whose fields may carry an `article` (text), shown beside the help. Errors are the server's, in words, so
    the browser's own check of required fields stays off."""

    default_renderer = Renderer()  # one for all: each reads its templates anew
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field)


def dress(field: forms.Field) -> None:
    """Says the field in the reader's language, adds the stylesheet's class for the widget, and words where Django's own
    would be curt. Django's own are lazy, no text yet, and say themselves."""
    field.label, field.help_text = say(str(field.label or "")) or field.label, _said(field.help_text)
    field.error_messages |= {key: said(text) for key, text in field.error_messages.items() if isinstance(text, str)}
    widget = field.widget
    look = _LOOKS.get(type(widget)) or next((look for kind, look in _LOOKS.items() if isinstance(widget, kind)), "")
    widget.attrs["class"] = f"{widget.attrs.get('class', '')} {look}".strip()
    field.validators = [
        _AtMost(check.limit_value) if isinstance(check, MaxLengthValidator) else check for check in field.validators
    ]
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = (
            say("{field} is needed.", field=field.label) if field.label else say("This is needed.")
        )


def _said(text: Any) -> str:
    """A sentence that is kept with its places is said with them; Django's own are said by Django."""
    return said(text if isinstance(text, Sayable) else str(text))


class _AtMost(MaxLengthValidator):
    """Says how long the text is, how long it may be, and what to do."""

    def __call__(self, value: Any) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if len(value) > limit:
            raise ValidationError(
                say(
                    "{count} characters are too many; {limit} fit. Shorten it.",
                    count=f"{len(value):,}",
                    limit=f"{limit:,}",
                ),
                self.code,
            )


_LOOKS: dict[type[forms.Widget], str] = {
    forms.RadioSelect: "form-check-input",
    forms.CheckboxSelectMultiple: "form-check-input",
    forms.CheckboxInput: "form-check-input",
    forms.Select: "form-select",
    forms.HiddenInput: "",
    forms.Textarea: "form-control",
    forms.widgets.Input: "form-control",
}
