"""The forms of a bundle: what a file is, a sworn translation that is ordered, and what becomes of it. Rules are the
domain's; files are taken by `web.uploads`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from comity.casework.queries.bundle_page import AttachmentView
from comity.casework.rules.bundle.bounds import LONGEST_TITLE
from comity.casework.rules.bundle.languages import OFTEN
from comity.casework.rules.bundle.sort import Nature
from comity.kernel.language_words import language_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.web.day_field import day_field
from comity.web.form import PlainForm


def _languages(*first: str) -> list[tuple[str, str]]:
    return [(code, language_words(code)) for code in dict.fromkeys((*first, *OFTEN))]


def _title(help_text: str) -> forms.CharField:
    return forms.CharField(label=gettext_lazy("Title"), required=False, max_length=LONGEST_TITLE, help_text=help_text)


class AddForm(PlainForm):
    """What a file is that goes along with a request of ours."""

    sort = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=lambda: [(one.value, said(one.label)) for one in Nature]
    )
    title = _title(noted("As the letter shall list it: “Order of the court of 2 March 2026”. Empty: the file’s name."))
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        help_text=gettext_lazy("Of a translation: the language into which it is translated."),
    )
    of = forms.ChoiceField(label=gettext_lazy("Where it is a translation: of what"), required=False)

    def __init__(self, data: Any = None, *, there: Iterable[AttachmentView] = ()) -> None:
        super().__init__(data)
        _choose(self, "language", [("", say("Not known, or none")), *_languages()])
        _choose(self, "of", _sources(there))

    def clean_of(self) -> int:
        return int(self.cleaned_data["of"] or 0)


class CameForm(PlainForm):
    """What a file is that came along with somebody else's letter, where that has no list."""

    sort = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=lambda: [(one.value, said(one.label)) for one in Nature]
    )
    title = _title(noted("What it is called there. Empty: the file’s name."))
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        _choose(self, "language", [("", say("Not known, or none")), *_languages()])


class FileForm(PlainForm):
    """Only a file: what it is, is known."""


class OrderForm(PlainForm):
    """A sworn translation that is ordered."""

    of = forms.ChoiceField(label=gettext_lazy("Of what"))
    language = forms.ChoiceField(label=gettext_lazy("Into which language"))
    translator = forms.CharField(
        label=gettext_lazy("Translator"),
        required=False,
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("Office or register number."),
    )
    due_on = day_field(
        noted("Due on"), required=False, example="2026-03-31", help_text=noted("Empty where no day is agreed.")
    )
    demanded = forms.BooleanField(
        label=gettext_lazy("The other side demands it: the letter waits until it is certified"),
        required=False,
        help_text=gettext_lazy("Otherwise the letter can go without, and you are reminded."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        there: Iterable[AttachmentView] = (),
        accepted: tuple[str, ...] = (),
        chosen: tuple[str, ...] = (),
    ) -> None:
        wanted = next((code for code in accepted if code not in chosen), "")
        unread = bool(accepted) and not set(chosen) & set(accepted)
        super().__init__(data, initial={"language": wanted, "demanded": unread})
        _choose(self, "of", _sources(there))
        _choose(self, "language", _languages(*accepted))

    def clean_of(self) -> int:
        return int(self.cleaned_data["of"] or 0)


class CertifyForm(PlainForm):
    certified_by = forms.CharField(
        label=gettext_lazy("Certified by"),
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("As the stamp has it: sworn translator and register number, notary, court."),
        error_messages={"required": gettext_lazy("Say who certified it, as the stamp has it.")},
    )
    certified_on = day_field(
        noted("Certified on"),
        example="2026-03-02",
        help_text=gettext_lazy("The day on the stamp."),
    )


class WhyForm(PlainForm):
    """A reason, for a translation that must be redone or is not needed."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


def _sources(there: Iterable[AttachmentView]) -> list[tuple[str, str]]:
    return [
        ("0", say("The letter")),
        *((str(one.place), f"{one.place}. {one.title}") for one in there),
    ]


def _choose(form: PlainForm, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
