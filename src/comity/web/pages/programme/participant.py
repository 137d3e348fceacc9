"""One participant, for the office: where they stand, their letter, travel support, certificate, their data."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.casework.rules.refusal import NotFound
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.access import expect_reader
from comity.programme.actions.erase_people import erase_person
from comity.programme.actions.export_person import export_person
from comity.programme.actions.grant_travel import grant_travel
from comity.programme.actions.issue_certificate import issue_certificate
from comity.programme.actions.move_people import move_people
from comity.programme.queries.certificate import certificate_file
from comity.programme.queries.people import letter_to, one_of
from comity.programme.queries.registration import activity_of
from comity.programme.rules.participation import ParticipantState
from comity.web.form import PlainForm
from comity.web.pages.programme.people_frame import people_frame
from comity.web.pages.programme.registration import own_address


class TravelForm(PlainForm):
    """What is granted; empty takes it back."""

    amount = forms.DecimalField(label="Amount granted", required=False, help_text="Empty: none is granted.")
    currency = forms.CharField(label="Currency", max_length=3, required=False, initial="EUR")


@require_safe
def one(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    return _page(request, code, activity, number)


@require_POST
def move(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Take the participant to the state chosen. Raises NotEntitled, NotFound for a state that is none too."""
    chosen = request.POST.get("to", "")
    if chosen not in set(ParticipantState):
        raise NotFound("step")
    try:
        move_people(code, activity, [number], ParticipantState(chosen), by=person(request.user))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, say("Noted: {chosen}.", chosen=said(ParticipantState(chosen).label)))
    return redirect("participant", code, activity, number)


@require_POST
def travel(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    one_of(activity_of(code, activity), number)
    form = TravelForm(request.POST)
    if form.is_valid():
        try:
            grant_travel(number, form.cleaned_data["amount"], form.cleaned_data["currency"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("The travel support is noted."))
            return redirect("participant", code, activity, number)
    return _page(request, code, activity, number, travel_form=form)


@require_POST
def certify(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    one_of(activity_of(code, activity), number)
    try:
        issued = issue_certificate(number, by=person(request.user))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(
            request, say("Certificate {issued} is issued. The participant's own page has it too.", issued=issued)
        )
    return redirect("participant", code, activity, number)


@require_safe
def certificate(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    one_of(activity_of(code, activity), number)
    file = certificate_file(number, organisation=settings.ENV.organisation)
    answer = HttpResponse(file, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="certificate-{number}.pdf"'
    return answer


@require_POST
def data(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """All that is kept about the participant. Raises NotEntitled, NotFound."""
    one_of(activity_of(code, activity), number)
    said = export_person(number, by=person(request.user))
    answer = JsonResponse(said, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="participant-{number}.json"'
    return answer


@require_POST
def erase(request: HttpRequest, code: str, activity: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    one_of(activity_of(code, activity), number)
    erase_person(number, by=person(request.user))
    messages.success(
        request,
        say("Participant {number} is erased. Country, state and money stay, without the person.", number=number),
    )
    return redirect("people", code, activity)


def _page(
    request: HttpRequest, code: str, activity: str, number: int, *, travel_form: TravelForm | None = None
) -> HttpResponse:
    content: dict[str, Any] = people_frame(request, code, activity, "people")
    found = one_of(content["activity"], number)
    granted = {"amount": found.travel_amount, "currency": found.travel_currency or "EUR"}
    content |= {
        "person": found,
        "letter": letter_to(found, content["activity"], own_address(request, number)),
        "travel_form": travel_form or TravelForm(initial=granted),
        "steps": [(state.value, said(_VERBS[state])) for state in found.next],
        "may_certify": found.state is ParticipantState.ATTENDED and not found.certificate,
    }
    return render(request, "web/programme/participant.html", content, status=422 if travel_form else 200)


_VERBS = {
    ParticipantState.ACCEPTED: noted("Accept"),
    ParticipantState.DECLINED: noted("Decline"),
    ParticipantState.ATTENDED: noted("Mark as attended"),
    ParticipantState.ABSENT: noted("Mark as absent"),
    ParticipantState.CANCELLED: noted("Cancel"),
}
