"""Planning shifts: one, or the same one on several days in a row."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from comity.kernel import clock
from comity.kernel.words import noted, say, say_count
from comity.people.access import Person, person, require, user_named
from comity.people.actions.plan_shift import plan_shift
from comity.people.queries.users import users
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.people.rules.shift import local_span
from comity.web.components.moments import day_in_words, place_of
from comity.web.components.people_refusal import tell
from comity.web.day_field import day_field
from comity.web.form import PlainForm

MOST_DAYS = 14


class ShiftForm(PlainForm):
    """Who, on which day, from when until when, by the reader's clocks."""

    user = forms.ChoiceField(
        label=gettext_lazy("Officer"),
        error_messages={"invalid_choice": gettext_lazy("Choose an officer from the list.")},
    )
    day = day_field(noted("Day"), example="2026-05-01", help_text=noted("On which the shift begins."))
    starts = forms.TimeField(
        label=gettext_lazy("From"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": gettext_lazy("This is not a time. Write it as 20:00.")},
    )
    ends = forms.TimeField(
        label=gettext_lazy("Until"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=gettext_lazy("An earlier time than the first is on the next day."),
        error_messages={"invalid": gettext_lazy("This is not a time. Write it as 08:00.")},
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days in a row"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=format_lazy(gettext_lazy("The same shift on each of them, 1 to {most}."), most=MOST_DAYS),
        error_messages={
            "invalid": gettext_lazy("Give a whole number of days."),
            "min_value": gettext_lazy("Give at least one day."),
            "max_value": format_lazy(gettext_lazy("At most {most} days at once."), most=MOST_DAYS),
        },
    )

    def __init__(self, *args: Any, planner: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        officers = self.fields["user"]
        assert isinstance(officers, forms.ChoiceField)  # noqa: S101  as declared above
        officers.choices = _officers()
        self.fields["starts"].help_text = say("In the time of {place}.", place=place_of(planner.zone))


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """The form, and the shifts that it plans: all of them, or none. Raises NotEntitled."""
    planner = person(request.user)
    require(planner, Role.DUTY_OFFICER, Role.ADMINISTRATOR)
    first = {"user": planner.username, "day": clock.today(planner.zone), "starts": "20:00", "ends": "08:00", "days": 1}
    form = ShiftForm(request.POST if request.method == "POST" else None, planner=planner, initial=first)
    if form.is_valid():
        try:
            _plan(form.cleaned_data, planner)
        except Refused as problem:
            tell(form, problem)
        else:
            messages.success(request, _planned(form.cleaned_data))
            return redirect(_roster(form))
    return render(request, "web/roster/plan.html", {"form": form}, status=422 if form.errors else 200)


@transaction.atomic
def _plan(given: dict[str, Any], planner: Person) -> None:
    officer = user_named(given["user"])
    for number in range(given["days"]):
        span = local_span(given["day"] + timedelta(days=number), given["starts"], given["ends"], planner.zone)
        plan_shift(officer, starts=span.starts, ends=span.ends, by=planner)


def _officers() -> list[tuple[str, str]]:
    """Duty officers of today, and those who become one: who may be planned on which day the action decides."""
    return [
        (user.username, user.display_name)
        for user in users()
        if user.is_active and any(mandate.role is Role.DUTY_OFFICER for mandate in user.mandates)
    ]


def _planned(given: dict[str, Any]) -> str:
    hours = say("{first} to {last}", first=f"{given['starts']:%H:%M}", last=f"{given['ends']:%H:%M}")
    if given["days"] == 1:
        return say("The shift on {day}, {hours}, is on the roster.", day=day_in_words(given["day"]), hours=hours)
    return say_count(
        "{count} shift from {day} on, {hours}, is on the roster.",
        "{count} shifts from {day} on, {hours}, are on the roster.",
        given["days"],
        day=day_in_words(given["day"]),
        hours=hours,
    )


def _roster(form: ShiftForm) -> str:
    day = form.cleaned_data["day"]
    return f"{reverse('roster')}?week={day:%G}-W{day:%V}"
