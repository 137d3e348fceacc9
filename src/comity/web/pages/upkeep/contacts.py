"""Direct details of authorities, for users of a role that may read them. Never public, never kept by a browser's cache.

No public page draws a detail, not even for whoever may read it: those link here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.atlas.queries.country import AuthorityView, country_view
from comity.atlas.queries.country_list import country_lines
from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.upkeep.actions.confirm_contact import confirm_contact
from comity.upkeep.actions.record_contact import record_contact
from comity.upkeep.actions.withdraw_contact import withdraw_contact
from comity.upkeep.queries.contacts import contact_country, contact_figures, country_contacts
from comity.upkeep.rules.contact import GOOD_FOR, ContactKind
from comity.upkeep.rules.refusal import NotNow
from comity.web.day_field import day_field
from comity.web.form import PlainForm

kept_from_caches = cache_control(private=True, no_store=True)


class ContactForm(PlainForm):
    """One detail of one office. Whether it can be dialled or written to, the action says."""

    authority = forms.ChoiceField(label=noted("Authority"), help_text=noted("As the atlas names it."))
    kind = forms.ChoiceField(label=noted("By what means"))
    value = forms.CharField(
        label=noted("Number, mailbox or address"),
        help_text=noted("Of the office, never of a person: duty@ge.example.net, +995 32 000 00 00."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.CharField(
        label=noted("Where it stands"), help_text=noted("The directory and its edition, or the letter.")
    )
    checked = day_field(noted("Compared with it on"), example="2026-11-30")
    note = forms.CharField(
        label=noted("When and how to use it"), required=False, help_text=noted("Hours, languages, what to say.")
    )

    def __init__(self, *args: Any, authorities: list[AuthorityView], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.id, one.name) for one in sorted(authorities, key=_points_first)]
        self.fields["authority"].choices = choices  # type: ignore[attr-defined]
        kinds = [(kind.value, said(kind.label)) for kind in ContactKind]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


@kept_from_caches
@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    """The countries, and how many details stand for each. Raises NotEntitled."""
    user = person(request.user)
    today = clock.today(user.zone)
    figures = contact_figures(user, today)
    lines = [
        (line, figures.get(line.code))
        for line in country_lines(node_snapshot(), today)
        if line.described or line.code in figures
    ]
    return render(request, "web/upkeep/contacts.html", {"lines": lines, "days": GOOD_FOR.days})


@kept_from_caches
@require_http_methods(["GET", "HEAD", "POST"])
def country(request: HttpRequest, code: str) -> HttpResponse:
    """The details of one country; by POST, one more. Raises NotEntitled."""
    user = person(request.user)
    of = _country(code)
    today = clock.today(user.zone)
    held = country_contacts(user, of, today)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        authorities=_authorities(of, today),
        initial={"checked": today, "source": "Directory of the 24/7 network"},
    )
    if form.is_valid():
        try:
            record_contact(of, by=user, **form.cleaned_data)
        except Refused as problem:
            form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
        else:
            messages.success(request, say("Recorded. It counts once somebody else has confirmed it."))
            return redirect("country-contacts", of)
    content = {"code": str(of), "held": held, "form": form, "days": GOOD_FOR.days}
    return render(request, "web/upkeep/country_contacts.html", content, status=422 if form.errors else 200)


@require_POST
def confirm(request: HttpRequest, number: int) -> HttpResponse:
    """Say that it is right."""
    user = person(request.user)
    of = contact_country(user, number)
    try:
        confirm_contact(number, by=user)
    except NotNow as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, say("Confirmed. You compared it today."))
    return redirect("country-contacts", of)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Say that it is not to be used any more."""
    user = person(request.user)
    of = contact_country(user, number)
    try:
        withdraw_contact(number, request.POST.get("reason", ""), by=user)
    except (NotNow, Refused) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, say("Withdrawn. It is shown as no longer used."))
    return redirect("country-contacts", of)


def _country(code: str) -> CountryCode:
    try:
        return CountryCode(code.upper())
    except ValueError as problem:
        raise Http404(str(problem)) from None


def _authorities(of: CountryCode, today: date) -> list[AuthorityView]:
    try:
        view = country_view(node_snapshot(), of, today)
    except LookupError:
        return []
    return [one for one in view.authorities if one.exists]


def _points_first(one: AuthorityView) -> tuple[bool, str]:
    points = any(part.current and part.function.startswith("24/7") for part in one.competences)
    return not points, one.name
