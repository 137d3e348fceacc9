"""The terms of an activity's registration, and invitations, for the office. This node sends no mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from comity.kernel import clock, sayable
from comity.kernel.words import say
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.actions.invite_people import invite_people
from comity.programme.actions.open_registration import Terms, close_registration, open_registration
from comity.programme.queries.people import letter_to, one_of, personal_link
from comity.programme.rules.participation import Asked
from comity.programme.rules.registering import KEPT_DAYS
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.day_field import day_field
from comity.web.form import PlainForm
from comity.web.pages.programme.form_fields import labelled
from comity.web.pages.programme.people_frame import people_frame


class TermsForm(PlainForm):
    """From when to when, for how many, what is asked, how long it is kept."""

    opens = day_field("Open from")
    closes = day_field("Open until", help_text="The last day on which people register.")
    capacity = forms.IntegerField(
        label="Places", required=False, help_text="Empty: no limit. Once they are taken, people wait on a list."
    )
    asks = forms.MultipleChoiceField(
        label="Asked beside name and e-mail address",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: labelled(Asked),
        help_text="Ask only what you need to organise the activity.",
    )
    kept_days = forms.IntegerField(
        label="Kept for how many days after the last day", help_text="Then everybody is erased; the figures stay."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class InviteForm(PlainForm):
    """The addresses."""

    addresses = forms.CharField(
        label="E-mail addresses",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One a line; at most 200 at once. Whoever is on the list already stays as they are.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    content = people_frame(request, code, activity, "registration")
    form = TermsForm(request.POST or None, initial=_shown(content))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = Terms(
            said["opens"], said["closes"], said["capacity"], tuple(map(Asked, said["asks"])), said["kept_days"]
        )
        try:
            open_registration(code, activity, wanted, version=said["version"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("The registration has these terms now."))
            return redirect("registration", code, activity)
    return _page(request, content, form=form)


@require_POST
def close(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    close_registration(code, activity, by=person(request.user))
    messages.success(request, say("The registration is closed: its link leads nowhere now."))
    return redirect("registration", code, activity)


@require_POST
def invite(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """The letters to those who are new. Raises NotEntitled, NotFound."""
    content = people_frame(request, code, activity, "registration")
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            numbers = invite_people(code, activity, form.cleaned_data["addresses"], by=person(request.user))
        except Refused as refusal:
            form.add_error("addresses", refusal.sentence)
        else:
            line = content["activity"]
            letters = [letter_to(one_of(line, each), line, own_address(request, each)) for each in numbers]
            return render(request, "web/programme/invited.html", content | {"letters": letters})
    return _page(request, content, invite_form=form)


def own_address(request: HttpRequest, number: int) -> str:
    """The whole address of a participant's own page."""
    return request.build_absolute_uri(reverse("own-registration", args=[personal_link(number)]))


def _page(
    request: HttpRequest,
    content: dict[str, Any],
    *,
    form: TermsForm | None = None,
    invite_form: InviteForm | None = None,
) -> HttpResponse:
    wrong = bool((form and form.errors) or invite_form)
    kept = content["terms"]
    link = request.build_absolute_uri(reverse("register", args=[kept.token])) if kept else ""
    content |= {
        "form": form or TermsForm(initial=_shown(content)),
        "invite_form": invite_form or InviteForm(),
        "public_link": link,
    }
    return render(request, "web/programme/registration.html", content, status=422 if wrong else 200)


def _shown(content: dict[str, Any]) -> dict[str, Any]:
    kept = content["terms"]
    if kept is None:
        asks = [Asked.INSTITUTION.value, Asked.COUNTRY.value]
        until = content["activity"].ends
        return {"opens": min(clock.today(), until), "closes": until, "asks": asks, "kept_days": KEPT_DAYS, "version": 0}
    return {name: getattr(kept, name) for name in ("opens", "closes", "capacity", "asks", "kept_days", "version")}
