"""One follow-up: what a country does about a recommendation, its history, and the form by which editors change it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.queries.activity_named import activity_choices, activity_named
from comity.stateofplay.actions.keep_follow_up import keep_follow_up
from comity.stateofplay.queries.follow_up_history import follow_up_history
from comity.stateofplay.queries.follow_ups import FollowUpView, follow_up_view
from comity.stateofplay.rules.follow_up import FollowUpStatus, FollowUpWords
from comity.stateofplay.rules.pictures.picture import capital
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.day_field import day_field
from comity.web.form import PlainForm


class FollowUpForm(PlainForm):
    """Where the country stands. What a status needs is the domain's."""

    status = forms.ChoiceField(label=noted("Status"))
    source = forms.CharField(
        label=noted("Source"),
        required=False,
        help_text=noted("The document or authority that the status rests on. Needed, unless the status is not known."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    responsible = forms.CharField(
        label=noted("Responsible body"), required=False, help_text=noted("The institution, not a person.")
    )
    due = day_field(noted("Due"), required=False)
    evidence = forms.CharField(
        label=noted("Evidence"),
        required=False,
        help_text=noted(
            "What shows it: the law, the agreement, the figures. Needed for “done”; for “not applicable”, why."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_step = forms.CharField(label=noted("Next step"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    activity = forms.CharField(
        label=noted("Activity"),
        required=False,
        help_text=noted("An activity of a programme that helps: choose one of the country's, or use your own words."),
        widget=forms.TextInput(attrs={"list": "activities", "autocomplete": "off"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, each: FollowUpView, data: Any = None) -> None:
        words = each.words
        super().__init__(
            data,
            initial={
                "status": words.status.value,
                "source": words.source,
                "responsible": words.responsible,
                "due": words.due,
                "evidence": words.evidence,
                "next_step": words.next_step,
                "activity": words.activity,
                "version": each.version,
            },
        )
        status = self.fields["status"]
        if isinstance(status, forms.ChoiceField):
            status.choices = [(each.value, capital(said(each.label))) for each in FollowUpStatus]


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: HttpRequest, name: str, number: str, code: str) -> HttpResponse:
    """Reading is open to everyone. Raises NotFound; NotEntitled for whoever saves and is no editor."""
    view, row, each = follow_up_view(name, number, code.upper(), clock.today())
    reader = person(request.user) if request.user.is_authenticated else None
    form = FollowUpForm(each, request.POST or None)
    if request.method == "POST" and form.is_valid() and _saved(request, form, name, number, each.country):
        messages.success(request, say("The follow-up is saved."))
        return redirect("follow-up", name, number, each.country)
    content = {
        "view": view,
        "row": row,
        "each": each,
        "may_edit": reader is not None and Role.EDITOR in roles_of(reader),
        "zone": reader.zone if reader else None,
        "form": form,
        "rests_on": activity_named(each.words.activity),
        "activities": activity_choices(each.country) if reader is not None and Role.EDITOR in roles_of(reader) else (),
        "history": follow_up_history(name, number, each.country),
    }
    return render(request, "web/stateofplay/follow_up.html", content, status=422 if form.errors else 200)


def _saved(request: HttpRequest, form: FollowUpForm, name: str, number: str, country: str) -> bool:
    said = dict(form.cleaned_data)
    version = said.pop("version")
    words = FollowUpWords(**{**said, "status": FollowUpStatus(said["status"])})
    try:
        keep_follow_up(name, number, CountryCode(country), words, version=version, by=person(request.user))
    except Refused as refusal:
        form.add_error(refusal.field, refusal.sentence)
    except ChangedMeanwhile as problem:
        form.add_error(None, str(problem))
    return not form.errors
