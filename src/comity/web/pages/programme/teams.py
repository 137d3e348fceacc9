"""Teams of a project: read by the office, changed by programme officers. No person's name is asked for or shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.access import expect_reader
from comity.programme.actions.admit_member import Seat, admit_member, end_membership
from comity.programme.actions.form_team import form_team
from comity.programme.queries.teams import teams_of
from comity.programme.rules.team import MemberRole, TeamKind
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.team_forms import SeatForm, TeamForm


@require_safe
def teams(request: HttpRequest, code: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    return _page(request, code)


@require_POST
def form(request: HttpRequest, code: str) -> HttpResponse:
    """Form a team. Raises NotEntitled, NotFound."""
    content = _content(request, code)
    made = TeamForm(content["project"].countries, request.POST)
    if made.is_valid():
        said = made.cleaned_data
        country = CountryCode(said["country"]) if said["country"] else None
        try:
            form_team(code, TeamKind(said["kind"]), said["title"], country, by=person(request.user))
        except Refused as refusal:
            made.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("The team is formed. Admit its members."))
            return redirect("project-teams", code)
    return _page(request, code, team_form=made)


@require_POST
def admit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Admit an office to the team. Raises NotEntitled, NotFound."""
    made = SeatForm(_content(request, code)["project"].countries, request.POST)
    if made.is_valid():
        said = made.cleaned_data
        country = CountryCode(said["country"]) if said["country"] else None
        seat = Seat(said["post"], said["institution"], country, MemberRole(said["role"]), said["starts"], said["ends"])
        try:
            admit_member(number, seat, by=person(request.user))
        except Refused as refusal:
            made.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("The member is admitted."))
            return redirect("project-teams", code)
    return _page(request, code, seat_form=made, seat_of=number)


@require_POST
def end(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """End a membership today. Raises NotEntitled, NotFound."""
    try:
        end_membership(number, clock.today(), by=person(request.user))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, say("The membership ends today."))
    return redirect("project-teams", code)


def _content(request: HttpRequest, code: str) -> dict[str, Any]:
    expect_reader(person(request.user))
    return project_frame(request, code, "project-teams")


def _page(
    request: HttpRequest,
    code: str,
    *,
    team_form: TeamForm | None = None,
    seat_form: SeatForm | None = None,
    seat_of: int | None = None,
) -> HttpResponse:
    content = _content(request, code)
    wrong = team_form is not None or seat_form is not None
    content |= {
        "teams": teams_of(code, clock.today()),
        "team_form": team_form or TeamForm(content["project"].countries),
        "seat_form": seat_form or SeatForm(content["project"].countries),
        "seat_of": seat_of,
    }
    return render(request, "web/programme/teams.html", content, status=422 if wrong else 200)
