"""What meetings of a project decided and recommended, and the list that the state of play follows up."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.kernel import clock
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.actions.note_decision import note_decision
from comity.programme.actions.track_recommendations import track_recommendations
from comity.programme.queries.teams import meetings_of, open_meetings
from comity.programme.rules.decision import DecisionKind
from comity.web.components.long_select import LongSelect
from comity.web.components.paging import page_of
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.team_forms import DecisionForm


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def decisions(request: HttpRequest, code: str) -> HttpResponse:
    """Read by anybody; noted by programme officers. Raises NotFound, NotEntitled."""
    content = project_frame(request, code, "project-decisions")
    form = DecisionForm(request.POST or None)
    meetings = open_meetings(code, clock.today()) if content["may_change"] or request.method == "POST" else ()
    chosen = LongSelect(attrs={"class": "form-select"})
    form.fields["activity"] = forms.ChoiceField(label="Meeting", choices=meetings, widget=chosen)
    form.order_fields(["activity", "kind", "says"])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            note_decision(code, said["activity"], DecisionKind(said["kind"]), said["says"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, "It is noted.")
            return redirect("project-decisions", code)
    content |= {"page": page_of(request, meetings_of(code)), "form": form}
    return render(request, "web/programme/decisions.html", content, status=422 if form.errors else 200)


@require_POST
def track(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Make a list of the meeting's recommendations. Raises NotEntitled, NotFound."""
    try:
        name = track_recommendations(code, activity, by=person(request.user))
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("project-decisions", code)
    messages.success(request, "The recommendations are followed up from now on, country by country.")
    return redirect("recommendation-list", name)
