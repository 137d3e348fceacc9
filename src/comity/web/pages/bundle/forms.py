"""The forms of a bundle: what a file is, a sworn translation that is ordered, and what becomes of it. Rules are the
domain's; files are taken by `web.uploads`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from comity.casework.queries.bundle_page import AttachmentView
from comity.casework.rules.bundle.bounds import LONGEST_TITLE
from comity.casework.rules.bundle.languages import OFTEN
from comity.casework.rules.bundle.sort import Nature
from comity.kernel.language import language_name
from comity.web.day_field import day_field
from comity.web.form import PlainForm

_NOT_KNOWN = ("", "Not known, or none")


def _languages(*first: str) -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in dict.fromkeys((*first, *OFTEN))]


def _title(help_text: str) -> forms.CharField:
    return forms.CharField(label="Title", required=False, max_length=LONGEST_TITLE, help_text=help_text)


class AddForm(PlainForm):
    """What a file is that goes along with a request of ours."""

    sort = forms.ChoiceField(label="What it is", choices=[(one.value, one.label) for one in Nature])
    title = _title("As the letter shall list it: “Order of the court of 2 March 2026”. Empty: the file’s name.")
    language = forms.ChoiceField(
        label="Language", required=False, help_text="Of a translation: the language into which it is translated."
    )
    of = forms.ChoiceField(label="Where it is a translation: of what", required=False)

    def __init__(self, data: Any = None, *, there: Iterable[AttachmentView] = ()) -> None:
        super().__init__(data)
        _choose(self, "language", [_NOT_KNOWN, *_languages()])
        _choose(self, "of", _sources(there))

    def clean_of(self) -> int:
        return int(self.cleaned_data["of"] or 0)


class CameForm(PlainForm):
    """What a file is that came along with somebody else's letter, where that has no list."""

    sort = forms.ChoiceField(label="What it is", choices=[(one.value, one.label) for one in Nature])
    title = _title("What it is called there. Empty: the file’s name.")
    language = forms.ChoiceField(label="Language", required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        _choose(self, "language", [_NOT_KNOWN, *_languages()])


class FileForm(PlainForm):
    """Only a file: what it is, is known."""


class OrderForm(PlainForm):
    """A sworn translation that is ordered."""

    of = forms.ChoiceField(label="Of what")
    language = forms.ChoiceField(label="Into which language")
    translator = forms.CharField(
        label="Translator", required=False, max_length=LONGEST_TITLE, help_text="Office or register number."
    )
    due_on = day_field("Due on", required=False, example="2026-03-31", help_text="Empty where no day is agreed.")
    demanded = forms.BooleanField(
        label="The other side demands it: the letter waits until it is certified",
        required=False,
        help_text="Otherwise the letter can go without, and you are reminded.",
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
        label="Certified by",
        max_length=LONGEST_TITLE,
        help_text="As the stamp has it: sworn translator and register number, notary, court.",
        error_messages={"required": "Say who certified it, as the stamp has it."},
    )
    certified_on = day_field(
        "Certified on",
        example="2026-03-02",
        help_text="The day on the stamp.",
    )


class WhyForm(PlainForm):
    """A reason, for a translation that must be redone or is not needed."""

    reason = forms.CharField(label="Reason", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


def _sources(there: Iterable[AttachmentView]) -> list[tuple[str, str]]:
    return [("0", "The letter"), *((str(one.place), f"{one.place}. {one.title}") for one in there)]


def _choose(form: PlainForm, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
