"""Planning an activity, changing it, moving and confirming it. Reading it is elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock, sayable
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.confirm_activity import confirm_activity
from comity.programme.actions.edit_activity import edit_activity
from comity.programme.actions.move_activity import move_activity
from comity.programme.actions.plan_activity import plan_activity
from comity.programme.queries.activities import project_choices
from comity.programme.queries.activity_page import activity_page
from comity.programme.queries.project_sheet import project_results
from comity.programme.queries.teams import team_titles
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_words import ActivityWords
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.components.countries import all_countries
from comity.web.pages.programme.activity import activity_response
from comity.web.pages.programme.activity_forms import ActivityForm, ConfirmForm, MoveForm
from comity.web.pages.programme.frame import project_frame

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """Enter an activity, as planned or as an idea. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    frame = project_frame(request, code, "")
    form = _form(frame, request)
    if request.method == "POST" and form.is_valid():
        try:
            made = plan_activity(code, form.words, idea=request.POST.get("as") == "idea", by=user)
        except Refused as refusal:
            _say(form, refusal)
        else:
            messages.success(request, say("The activity is entered."))
            return redirect("activity", code, made)
    content = frame | {"form": form, "new": True}
    return render(request, "web/programme/activity_edit.html", content, status=422 if form.errors else 200)


@require_http_methods(BOTH)
def edit(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Change what is said of it. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    frame = project_frame(request, code, "")
    page = activity_page(code, activity, clock.today(), inside=False)
    form = _form(frame, request, page.words, page.version)
    if request.method == "POST" and form.is_valid():
        try:
            edit_activity(code, activity, form.words, version=form.cleaned_data["version"] or 0, by=user)
        except Refused as refusal:
            _say(form, refusal)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("The activity is saved."))
            return redirect("activity", code, activity)
    content = frame | {"form": form, "page": page}
    return render(request, "web/programme/activity_edit.html", content, status=422 if form.errors else 200)


@require_POST
def move(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Note its next state. What stands in the way is said beside its field. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    page = activity_page(code, activity, clock.today(), inside=False)
    form = MoveForm(page.line.state, page.version, request.POST)
    if form.is_valid():
        said = dict(form.cleaned_data)
        to = ActivityState(said.pop("state"))
        try:
            move_activity(code, activity, to, **said, by=user)
        except Refused as refusal:
            _say(form, refusal)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("Noted: {to}.", to=sayable.said(to.label)))
            return redirect("activity", code, activity)
    return activity_response(request, code, activity, move=form)


@require_POST
def confirm(request: HttpRequest, code: str, activity: str) -> HttpResponse:
    """Note that it is no longer in doubt. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            confirm_activity(code, activity, **form.cleaned_data, by=user)
        except Refused as refusal:
            _say(form, refusal)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("Noted: the activity is confirmed."))
            return redirect("activity", code, activity)
    return activity_response(request, code, activity, confirm=form)


def _form(
    frame: dict[str, Any], request: HttpRequest, words: ActivityWords | None = None, version: int = 0
) -> ActivityForm:
    project = frame["project"]
    return ActivityForm(
        hosts=all_countries(node_snapshot()),
        region=[code for code, _ in project.countries],
        results=[(result.number, result.says) for result in project_results(project.code)],
        teams=team_titles(project.code),
        projects=[(code, name) for code, name in project_choices() if code != project.code],
        words=words,
        version=version,
        data=request.POST if request.method == "POST" else None,
    )


def _say(form: Any, refusal: Refused) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
