"""One call: what was said, and what is made of it: a ticket of theirs, or a draft of ours that confirms it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comity.casework.actions.register_oral_request import register_oral_request
from comity.casework.queries.phone_log import CallLine, call_view
from comity.casework.rules.chips import recognised
from comity.casework.rules.duty.oral import may_be_oral
from comity.casework.rules.refusal import Refused
from comity.casework.rules.registry import kinds
from comity.kernel.country import CountryCode
from comity.kernel.day_words import english_day
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role
from comity.web.components.complaints import complain
from comity.web.form import PlainForm

_TAKERS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER})


class TicketForm(PlainForm):
    """What a ticket needs beyond the call itself."""

    kind = forms.ChoiceField(label=gettext_lazy("What they ask for"))
    case_title = forms.CharField(
        label=gettext_lazy("Title of the new case"),
        max_length=200,
        help_text=gettext_lazy("A few words, without names of persons."),
    )
    their_reference = forms.CharField(
        required=False,
        label=gettext_lazy("Their ticket or reference number"),
        max_length=200,
        help_text=gettext_lazy("If they gave one."),
    )

    def __init__(self, *args: Any, call: CallLine, **kwargs: Any) -> None:
        first = {
            "kind": "emergency-disclosure" if call.urgent else "preservation",
            "case_title": f"Oral request from {CountryCode(call.country).in_sentence}, {english_day(call.at.date())}",
        }
        super().__init__(*args, initial=first, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101  as declared above
        kind.choices = [
            (one.name, f"{said(one.label)} ({one.article})") for one in kinds().values() if may_be_oral(one)
        ]
        kind.error_messages["invalid_choice"] = say("This is not asked for by voice. Choose from the list.")


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, number: int) -> HttpResponse:
    """The call; by POST, its ticket. Raises NotFound, NotEntitled."""
    user = person(request.user)
    view = call_view(user, number)
    form = TicketForm(request.POST if request.method == "POST" else None, call=view)
    if form.is_valid():
        try:
            reference = register_oral_request(number, form.cleaned_data.pop("kind"), {}, **form.cleaned_data, by=user)
        except Refused as problem:
            complain(form, problem)
        else:
            messages.success(request, say("The call is a ticket now. Its written confirmation is due: the clock runs."))
            return redirect("request", reference)
    content = {
        "call": view,
        "form": form,
        "chips": recognised(view.summary).chips,
        "may_take": bool(roles_of(user) & _TAKERS),
    }
    return render(request, "web/duty/call.html", content, status=422 if form.errors else 200)
