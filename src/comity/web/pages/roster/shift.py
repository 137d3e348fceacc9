"""One shift: its hand-over note, its end, its cancellation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from comity.casework.queries.visible import CASE_ROLES
from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import Person, person
from comity.people.actions.cancel_shift import cancel_shift
from comity.people.actions.change_shift import change_shift
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import ShiftView, shift_view
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.people.rules.shift import LATE_NOTE, LONGEST_NOTE, local_span
from comity.web.components.moments import place_of
from comity.web.components.people_refusal import tell
from comity.web.form import PlainForm
from comity.web.pages.roster.week import PLANNERS


class NoteForm(PlainForm):
    """The handover note. Its length is the action's to judge: what was typed comes back with the sentence."""

    note = forms.CharField(
        label=gettext_lazy("Handover note"),
        widget=forms.Textarea(attrs={"rows": 7}),
        strip=False,
        help_text=format_lazy(
            gettext_lazy(
                "What is open and what to do next, by the references of requests; without names of suspects or "
                "victims. At most {most} characters."
            ),
            most=LONGEST_NOTE,
        ),
        error_messages={
            "required": gettext_lazy(
                "Write what the next officer must know. If nothing is open, say that nothing is open."
            )
        },
    )


class EndForm(PlainForm):
    """When the shift ends instead: the next time that the reader's clocks show this."""

    ends = forms.TimeField(
        label=gettext_lazy("Ends at"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("This is not a time. Write it as 08:00.")},
    )

    def __init__(self, *args: Any, reader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends"].help_text = say(
            "The next time that clocks in {place} show this.", place=place_of(reader.zone)
        )


@require_safe
def shift(request: HttpRequest, number: int) -> HttpResponse:
    """The shift as it stands, and what the reader may do with it."""
    return _page(request, number)


@require_POST
def hand_over(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps the note. Raises NotEntitled for all but the officer and other duty officers."""
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            hand_over_shift(number, form.cleaned_data["note"], by=person(request.user))
        except Refused as problem:
            tell(form, problem)
        else:
            messages.success(request, say("The note is kept. Whoever comes next finds it at the top of the roster."))
            return redirect("roster")
    return _page(request, number, note=form)


@require_POST
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Ends a running shift at another time, or now. Raises NotEntitled."""
    reader = person(request.user)
    now = "now" in request.POST
    form = EndForm(request.POST, reader=reader)
    if now or form.is_valid():
        try:
            change_shift(number, ends=clock.now() if now else _end(form.cleaned_data["ends"], reader), by=reader)
        except Refused as problem:
            form.is_valid()
            tell(form, problem)
        else:
            messages.success(request, say("The shift has ended.") if now else say("The shift has its new end."))
            return redirect("roster")
    return _page(request, number, end=form)


@require_POST
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Takes a shift to come off the roster. Raises NotEntitled."""
    try:
        cancel_shift(number, by=person(request.user))
    except Refused as problem:
        messages.error(request, problem.sentence)
    else:
        messages.success(request, say("The shift is off the roster. Look whether its hours are covered."))
    return redirect("roster")


def _end(shown: Any, reader: Person) -> datetime:
    here = clock.now().astimezone(reader.zone)
    return local_span(here.date(), here.time(), shown, reader.zone).ends


def _page(
    request: HttpRequest, number: int, *, note: NoteForm | None = None, end: EndForm | None = None
) -> HttpResponse:
    """The page, with a form that was refused in its place. Raises Http404 where the shift is not on the roster."""
    shown = shift_view(number)
    if shown is None:
        raise Http404
    reader = person(request.user)
    may = _may(shown, reader)
    refused = bool(note or end)
    if note is None and may["may_hand_over"] and (may["running"] or may["late"]):
        note = NoteForm()
    if note and shown.note:
        note.fields["note"].label = say("What came since")
    if end is None and may["may_plan"] and may["running"]:
        end = EndForm(reader=reader, initial={"ends": shown.ends.astimezone(reader.zone)})
    content = {"shift": shown, **may, "note": note, "end": end}
    return render(request, "web/roster/shift.html", content, status=422 if refused else 200)


def _may(shown: ShiftView, reader: Person) -> dict[str, bool]:
    roles, now = roles_of(reader), clock.now()
    return {
        "running": shown.span.covers(now),
        "coming": shown.starts > now,
        "late": shown.ends <= now < shown.ends + LATE_NOTE and shown.handed_over_at is None,
        "may_read": bool(CASE_ROLES & roles),
        "may_hand_over": shown.user_id == reader.pk or Role.DUTY_OFFICER in roles,
        "may_plan": bool(PLANNERS & roles),
        "mine": shown.user_id == reader.pk,
    }
