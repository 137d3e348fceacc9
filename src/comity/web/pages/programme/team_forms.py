"""The forms of teams, decisions and papers. What they may hold is the domain's."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.study import LARGEST, MEDIA_TYPES, StudyKind, StudyState
from comity.programme.rules.team import MemberRole, TeamKind
from comity.web.day_field import day_field
from comity.web.form import PlainForm


class TeamForm(PlainForm):
    """A new team."""

    kind = forms.ChoiceField(label="Kind", choices=[(kind.value, kind.label.capitalize()) for kind in TeamKind])
    title = forms.CharField(
        label="Name", max_length=200, help_text="For example: working group on 24/7 points of contact."
    )

    country = forms.ChoiceField(label="Country", required=False)

    def __init__(self, countries: tuple[tuple[str, str], ...], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["country"]
        field.choices = [("", "None, or several"), *countries]


class SeatForm(PlainForm):
    """A new member: an office."""

    post = forms.CharField(label="Office", max_length=200, help_text="The office, not a person: “duty officer”.")
    institution = forms.CharField(label="Institution", max_length=200, required=False)
    role = forms.ChoiceField(label="Role", choices=[(role.value, role.label.capitalize()) for role in MemberRole])
    starts = day_field("From")
    ends = day_field("To", required=False, help_text="The last day; empty until further notice.")


class DecisionForm(PlainForm):
    """What a meeting decided."""

    kind = forms.ChoiceField(label="Kind", choices=[(kind.value, kind.label.capitalize()) for kind in DecisionKind])
    says = forms.CharField(label="Words", widget=forms.Textarea(attrs={"rows": 3}), help_text="Word for word.")


class PlanForm(PlainForm):
    """A new paper."""

    kind = forms.ChoiceField(label="Kind", choices=[(kind.value, kind.label.capitalize()) for kind in StudyKind])
    title = forms.CharField(label="Title", max_length=300)
    due = day_field("Due", required=False)


class VersionForm(PlainForm):
    """A version's file. It is looked at before it is kept."""

    file = forms.FileField(
        label="File", help_text=f"{', '.join(MEDIA_TYPES).upper()}, at most {LARGEST // 1024 // 1024} MB."
    )
    remark = forms.CharField(label="What changed", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class StudyStepForm(PlainForm):
    """The next state."""

    to = forms.ChoiceField(label="Next step")
    remark = forms.CharField(label="Remark", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, steps: tuple[StudyState, ...], version: int, data: Any = None) -> None:
        super().__init__(data, initial={"version": version})
        field: Any = self.fields["to"]
        field.choices = [(state.value, _VERBS[state]) for state in steps]


_VERBS = {
    StudyState.PLANNED: "Plan it anew",
    StudyState.UNDER_WAY: "Take it (back) to work",
    StudyState.IN_REVIEW: "Send it to review",
    StudyState.FINAL: "Accept it as final",
    StudyState.PUBLISHED: "Publish it on the resource tool",
    StudyState.DROPPED: "Drop it",
}
