"""Forms of a draft amendment: its words with the checks, and the next step. What they must hold is the domain's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.stateofplay.rules.amendment import AmendmentState
from comity.stateofplay.rules.pictures.picture import capital
from comity.stateofplay.rules.working_document import CheckView, DraftView
from comity.web.day_field import day_field
from comity.web.form import PlainForm

ANSWERS = (("", noted("Not looked at")), ("yes", noted("Covered")), ("no", noted("Not covered")))
CHECK = "check-"


class StepForm(PlainForm):
    """Where the draft goes next, on which day."""

    state = forms.ChoiceField(label=noted("It is now"))
    day = day_field(noted("Since"))
    source = forms.CharField(
        label=noted("Source"),
        required=False,
        help_text=noted("Where it is published. Needed for “adopted” and “in force”."),
    )
    remark = forms.CharField(
        label=noted("Remark"),
        required=False,
        help_text=noted("Needed where it is dropped."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, here: AmendmentState, version: int, data: Any = None) -> None:
        super().__init__(data, initial={"version": version})
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(state.value, capital(said(state.label))) for state in here.next]


class StartForm(PlainForm):
    """When the work on a draft began: it may have begun before anybody noted it here."""

    day = day_field(noted("Begun on"))


class WordsForm(PlainForm):
    """What is missing, the wording, the bill."""

    missing = forms.CharField(
        label=noted("What is missing"),
        required=False,
        help_text=noted("In the domestic law, in its own terms."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wording = forms.CharField(
        label=noted("Proposed wording"), required=False, widget=forms.Textarea(attrs={"rows": 12})
    )
    bill = forms.CharField(label=noted("Bill"), required=False, help_text=noted("Number and title, once there is one."))
    remarks = forms.CharField(label=noted("Remarks"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, draft: DraftView, data: Any = None) -> None:
        words = draft.words
        own = {"missing": words.missing, "wording": words.wording, "bill": words.bill, "remarks": words.remarks}
        super().__init__(data, initial={**own, "version": draft.version})


class ChecksForm(PlainForm):
    """For each model element and safeguard whether the draft covers it, in rows."""

    template_name = "web/stateofplay/checks_form.html"

    def __init__(self, checks: Sequence[CheckView], data: Any = None) -> None:
        super().__init__(data)
        for each in checks:
            self.fields[CHECK + each.id] = _check(each)

    @property
    def said(self) -> dict[str, bool]:
        """The answers, once the form is clean."""
        return {name.removeprefix(CHECK): answer == "yes" for name, answer in self.cleaned_data.items() if answer}


def _check(each: CheckView) -> forms.ChoiceField:
    initial = {True: "yes", False: "no", None: ""}[each.covered]
    place = each.fact.pinpoint
    field = forms.ChoiceField(
        label=each.says,
        choices=[(answer, said(word)) for answer, word in ANSWERS],
        required=False,
        initial=initial,
        help_text=say("{place}; left to the Party", place=place) if each.optional else place,
    )
    field.widget.attrs["class"] = "form-select"
    return field
