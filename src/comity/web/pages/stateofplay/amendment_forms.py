"""Forms of a draft amendment: its words with the checks, and the next step. What they must hold is the domain's."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords
from comity.stateofplay.rules.working_document import CheckView, WorkingDocument
from comity.web.form import PlainForm

ANSWERS = (("", "Not looked at"), ("yes", "Covered"), ("no", "Not covered"))
CHECK = "check-"


class StepForm(PlainForm):
    """Where the draft goes next, on which day."""

    state = forms.ChoiceField(label="It is now")
    day = forms.DateField(
        label="Since",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "This is not a day. Write it as 2026-12-31."},
    )
    source = forms.CharField(
        label="Source", required=False, help_text="Where it is published. Needed for “adopted” and “in force”."
    )
    remark = forms.CharField(
        label="Remark",
        required=False,
        help_text="Needed where it is dropped.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, here: AmendmentState, version: int, data: Any = None) -> None:
        super().__init__(data, initial={"version": version})
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(state.value, state.label.capitalize()) for state in here.next]


class WordsForm(PlainForm):
    """What is missing, the wording, and for each element and safeguard whether the draft covers it."""

    missing = forms.CharField(
        label="What is missing",
        required=False,
        help_text="In the domestic law, in its own terms.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wording = forms.CharField(label="Proposed wording", required=False, widget=forms.Textarea(attrs={"rows": 12}))
    bill = forms.CharField(label="Bill", required=False, help_text="Number and title, once there is one.")
    remarks = forms.CharField(label="Remarks", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, found: WorkingDocument, data: Any = None) -> None:
        assert found.draft is not None  # noqa: S101  whoever edits has one
        words = found.draft.words
        own = {"missing": words.missing, "wording": words.wording, "bill": words.bill, "remarks": words.remarks}
        super().__init__(data, initial={**own, "version": found.draft.version})
        for each in (*found.elements, *found.safeguards):
            self.fields[CHECK + each.id] = _check(each)

    @property
    def words(self) -> AmendmentWords:
        """What was said, once the form is clean."""
        said = self.cleaned_data
        checks = {
            name.removeprefix(CHECK): answer == "yes"
            for name, answer in said.items()
            if name.startswith(CHECK) and answer
        }
        return AmendmentWords(said["missing"], said["wording"], said["bill"], said["remarks"], checks)


def _check(each: CheckView) -> forms.ChoiceField:
    initial = {True: "yes", False: "no", None: ""}[each.covered]
    hint = f"{each.fact.pinpoint}{'; the Convention leaves it to the Party' if each.optional else ''}"
    field = forms.ChoiceField(label=each.says, choices=ANSWERS, required=False, initial=initial, help_text=hint)
    field.widget.attrs["class"] = "form-select"
    return field
