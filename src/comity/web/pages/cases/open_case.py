"""Opening a case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comity.casework.actions.open_case import open_case
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.refusal import Refused
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import Person, person, require
from comity.people.queries.users import users
from comity.people.rules.roles import Role
from comity.web.components.complaints import complain
from comity.web.form import PlainForm


class CaseForm(PlainForm):
    """What a case begins with. Its members matter only where it is restricted."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        help_text=gettext_lazy("A few words that a colleague recognises, without names of persons."),
    )
    summary = forms.CharField(
        required=False,
        label=gettext_lazy("Summary"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("What happened, in two or three sentences."),
    )
    offence_summary = forms.CharField(
        required=False, max_length=300, label=gettext_lazy("Offence"), help_text=gettext_lazy("In a few words.")
    )
    restricted = forms.BooleanField(
        required=False,
        label=gettext_lazy("Restricted"),
        help_text=gettext_lazy("Only you and the members below see that the case exists."),
    )
    members = forms.MultipleChoiceField(
        label=gettext_lazy("Members"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Who may see it if it is restricted. An approver must be among them, or nobody can approve."
        ),
    )

    def __init__(self, *args: Any, opener: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101  as declared above
        field.choices = colleagues(opener)
        for known in self.fields.values():
            known.error_messages["invalid_choice"] = say(
                "One of those chosen is no user of this node. Choose from the list."
            )


def colleagues(user: Person) -> list[tuple[str, str]]:
    """Usernames and names of the others who can see cases at all."""
    return [
        (
            other.username,
            f"{other.display_name} ({', '.join(sorted(said(role.label).lower() for role in other.roles))})",
        )
        for other in users()
        if other.id != user.pk and other.roles & CASE_ROLES
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def open_new(request: HttpRequest) -> HttpResponse:
    """The form, and the case that it opens. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    form = CaseForm(request.POST if request.method == "POST" else None, opener=user)
    if form.is_valid():
        try:
            reference = open_case(**form.cleaned_data, by=user)
        except Refused as problem:
            complain(form, problem)
        else:
            return redirect("case", reference)
    return render(request, "web/cases/open.html", {"form": form}, status=422 if form.errors else 200)
