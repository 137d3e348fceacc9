"""What meetings of a project decided and recommended, and the list that the state of play follows up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from comity.kernel import clock, sayable
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.follow_up_decision import follow_up_decision
from comity.programme.actions.note_decision import note_decision
from comity.programme.actions.track_recommendations import track_recommendations
from comity.programme.queries.decisions import decision_counts, meetings_of, open_meetings
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import DecisionState
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.components.long_select import LongSelect
from comity.web.components.paging import page_of
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.team_forms import DecisionForm, FollowUpForm


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def decisions(request: HttpRequest, code: str) -> HttpResponse:
    """Read by anybody; noted by programme officers. Raises NotFound, NotEntitled."""
    content = project_frame(request, code, "project-decisions")
    form = _noting(code, content, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            note_decision(code, said["activity"], DecisionKind(said["kind"]), said["says"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("It is noted."))
            return redirect("project-decisions", code)
    return _page(request, code, content, form)


@require_POST
def follow_up(request: HttpRequest, code: str, activity: str, number: str) -> HttpResponse:
    """Keep what became of a decision, and show the page of the list that it stands on.

    Raises NotEntitled, NotFound.
    """
    user, form = person(request.user), FollowUpForm(request.POST)
    require(user, Role.PROGRAMME_OFFICER)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            follow_up_decision(code, activity, number, form.words, version=version, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("The decision is saved."))
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(reverse("project-decisions", args=[code]) + query)
    content = project_frame(request, code, "project-decisions")
    content |= {"refused": form, "refused_at": (activity, number)}
    return _page(request, code, content, _noting(code, content, None))


@require_POST
def track(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Make a list of the meeting's recommendations. Raises NotEntitled, NotFound."""
    try:
        name = track_recommendations(code, activity, by=person(request.user))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("project-decisions", code)
    messages.success(request, say("The recommendations are followed up from now on, country by country."))
    return redirect("recommendation-list", name)


def _noting(code: str, frame: dict[str, Any], data: Any) -> DecisionForm:
    """The form that notes a decision, with the meetings that can have decided something."""
    form = DecisionForm(data)
    meetings = open_meetings(code, clock.today()) if frame["may_change"] or data else ()
    chosen = LongSelect(attrs={"class": "form-select"})
    form.fields["activity"] = forms.ChoiceField(label=say("Meeting"), choices=meetings, widget=chosen)
    form.order_fields(["activity", "kind", "says"])
    return form


def _page(request: HttpRequest, code: str, content: dict[str, Any], form: DecisionForm) -> HttpResponse:
    today = clock.today()
    page = page_of(request, meetings_of(code, today))
    shown = {(meeting.code, each.number) for meeting in page.object_list for each in meeting.decisions if each.stands}
    content |= {
        "page": page,
        "counts": decision_counts(code, today),
        "states": tuple(DecisionState),
        "form": form,
        # what was typed is not lost where the list has moved on to another page since
        "astray": "refused" in content and content["refused_at"] not in shown,
    }
    wrong = form.errors or "refused" in content
    return render(request, "web/programme/decisions.html", content, status=422 if wrong else 200)
