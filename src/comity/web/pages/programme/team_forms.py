"""The forms of teams and decisions. What they may hold is the domain's."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.kernel.words import say
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import LONGEST_FUNCTION, LONGEST_OUTCOME, DecisionState, FollowUp
from comity.programme.rules.team import MemberRole, TeamKind
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import labelled


class TeamForm(PlainForm):
    """A new team."""

    kind = forms.ChoiceField(label="Kind", choices=lambda: labelled(TeamKind))
    title = forms.CharField(
        label="Name", max_length=200, help_text="For example: working group on 24/7 points of contact."
    )

    country = forms.ChoiceField(label="Country", required=False)

    def __init__(self, countries: tuple[tuple[str, str], ...], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["country"]
        field.choices = [("", say("None, or several")), *countries]


class SeatForm(PlainForm):
    """A new member: an office."""

    post = forms.CharField(label="Office", max_length=200, help_text="The office, not a person: “duty officer”.")
    institution = forms.CharField(label="Institution", max_length=200, required=False)
    country = forms.ChoiceField(label="Country", required=False)
    role = forms.ChoiceField(label="Role", choices=lambda: labelled(MemberRole))
    starts = day_field("From")
    ends = day_field("To", required=False, help_text="The last day; empty until further notice.")

    def __init__(self, countries: tuple[tuple[str, str], ...], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["country"]
        field.choices = [("", say("The team’s, or none")), *countries]


class DecisionForm(PlainForm):
    """What a meeting decided."""

    kind = forms.ChoiceField(label="Kind", choices=lambda: labelled(DecisionKind))
    says = forms.CharField(label="Words", widget=forms.Textarea(attrs={"rows": 3}), help_text="Word for word.")


class FollowUpForm(PlainForm):
    """What became of a decision, at the `version` that was on the page."""

    state = forms.ChoiceField(label="State", choices=lambda: labelled(DecisionState))
    answers = forms.CharField(
        label="Who answers for it",
        max_length=LONGEST_FUNCTION,
        required=False,
        help_text="The office, not a person: “project manager”.",
    )
    due = day_field("Due", required=False)
    ended = day_field("Carried out or dropped on", required=False, help_text="Needed once it is no longer open.")
    outcome = forms.CharField(
        label="What came of it, or why it was dropped",
        max_length=LONGEST_OUTCOME,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed once it is no longer open. Everybody reads it.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def words(self) -> FollowUp:
        """What was said, once the form is clean."""
        said = self.cleaned_data
        return FollowUp(DecisionState(said["state"]), said["answers"], said["due"], said["ended"], said["outcome"])
