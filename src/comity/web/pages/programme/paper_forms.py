"""The forms of a project's papers. What they may hold is the domain's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from comity.kernel import sayable
from comity.kernel.country_words import country_words
from comity.kernel.words import noted, say
from comity.programme.rules.study import LARGEST, MEDIA_TYPES, StudyKind, StudyState, StudyWords
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import labelled


class PaperForm(PlainForm):
    """What is said of a paper: a new one, or with `words` one that is there, at `version`."""

    kind = forms.ChoiceField(label="Kind", choices=lambda: labelled(StudyKind))
    title = forms.CharField(label="Title", max_length=300)
    due = day_field("Due", required=False)
    result = forms.ChoiceField(label="Expected result that it serves", required=False)
    countries = forms.MultipleChoiceField(
        label="Countries that it is about", required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(
        self,
        region: Iterable[str],
        results: Iterable[tuple[str, str]],
        words: StudyWords | None = None,
        version: int = 0,
        data: Any = None,
    ) -> None:
        initial = {name: getattr(words, name) for name in words.__slots__} if words else {"countries": []}
        super().__init__(data, initial=initial | {"version": version or None})
        known = sorted(set(region) | set(words.countries if words else ()))
        choices: dict[str, list[tuple[str, str]]] = {
            "countries": [(code, country_words(code)) for code in known],
            "result": [("", say("None")), *((number, f"{number}. {says}"[:120]) for number, says in results)],
        }
        for name, those in choices.items():
            field: Any = self.fields[name]
            field.choices = those

    @property
    def words(self) -> StudyWords:
        """What was said, once the form is clean."""
        said = self.cleaned_data
        return StudyWords(StudyKind(said["kind"]), said["title"], said["due"], said["result"], tuple(said["countries"]))


class VersionForm(PlainForm):
    """A version's file. The page takes it into memory and says what is wrong with it."""

    file = forms.FileField(
        label="File",
        error_messages={"required": "Choose a file first.", "empty": "This file is empty."},
        help_text=sayable.sayable(
            "{kinds}, at most {megabytes} MB.",
            kinds=", ".join(MEDIA_TYPES).upper(),
            megabytes=LARGEST // 1024 // 1024,
        ),
    )
    remark = forms.CharField(label="What changed", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class StudyStepForm(PlainForm):
    """The next state."""

    to = forms.ChoiceField(label="Next step")
    remark = forms.CharField(label="Remark", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, steps: tuple[StudyState, ...], version: int, data: Any = None) -> None:
        super().__init__(data, initial={"version": version}, auto_id="step-%s")
        field: Any = self.fields["to"]
        field.choices = [(state.value, sayable.said(_VERBS[state])) for state in steps]


_VERBS = {
    StudyState.PLANNED: noted("Plan it anew"),
    StudyState.UNDER_WAY: noted("Take it (back) to work"),
    StudyState.IN_REVIEW: noted("Send it to review"),
    StudyState.FINAL: noted("Accept it as final"),
    StudyState.PUBLISHED: noted("Publish it on the resource tool"),
    StudyState.DROPPED: noted("Drop it"),
}
