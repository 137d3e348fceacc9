"""One paper of a project, for the office: its versions, its next step. What is published is read elsewhere too."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comity.kernel import clock, sayable
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.access import expect_reader
from comity.programme.actions.add_study_version import add_study_version
from comity.programme.actions.edit_study import edit_study
from comity.programme.actions.move_study import move_study
from comity.programme.actions.plan_study import plan_study
from comity.programme.queries.project_sheet import project_results
from comity.programme.queries.studies import StudyView, studies_of, study_view
from comity.programme.queries.study_story import study_story
from comity.programme.rules.study import LARGEST, TOO_LARGE, StudyState
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.components.activity_moments import activity_moments
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.paper_forms import PaperForm, StudyStepForm, VersionForm
from comity.web.uploads import TooLarge, forged, uploaded


@require_POST
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """Plan a paper. Raises NotEntitled, NotFound."""
    user, frame = person(request.user), project_frame(request, code, "project-papers")
    form = paper_form(frame, data=request.POST)
    if form.is_valid():
        try:
            number = plan_study(code, form.words, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("The paper is planned."))
            return redirect("paper", code, number)
    papers = studies_of(code, clock.today(), published_only=not frame["inside"])
    return render(request, "web/programme/papers.html", frame | {"form": form, "papers": papers}, status=422)


@require_safe
def one(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    return _page(request, code, number)


@require_POST
def edit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Change what is said of it. Raises NotEntitled, NotFound."""
    user, found = person(request.user), study_view(code, number, clock.today())
    form = paper_form(project_frame(request, code, ""), found, data=request.POST)
    if form.is_valid():
        try:
            edit_study(number, form.words, version=form.cleaned_data["version"] or 0, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("The paper is saved."))
            return redirect("paper", code, number)
    return _page(request, code, number, words_form=form)


@csrf_exempt  # checked below: the middleware's look at the form would put the file on the disk, however large it is
@require_POST
def add(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Add a version. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    study_view(code, number, clock.today())
    problem, content = "", b""
    try:
        content = uploaded(request, "file", limit=LARGEST)
    except TooLarge:
        problem = sayable.said(TOO_LARGE)
    if refusal := forged(request):
        return refusal
    form = VersionForm(request.POST, request.FILES)
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        try:
            add_study_version(number, said["file"].name, content, said["remark"], by=user)
        except Refused as refusal_of_it:
            problem = refusal_of_it.sentence
        else:
            messages.success(request, say("The version is kept."))
            return redirect("paper", code, number)
    if problem:
        form.errors["file"] = form.error_class([problem])
    return _page(request, code, number, version_form=form)


@require_POST
def move(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take the paper to its next state. Raises NotEntitled, NotFound."""
    user, found = person(request.user), study_view(code, number, clock.today())
    form = StudyStepForm(found.next, found.version, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            move_study(number, StudyState(said["to"]), said["remark"], version=said["version"], by=user)
        except Refused as refusal:
            form.add_error("to", refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, say("The paper is {to} now.", to=sayable.said(StudyState(said["to"]).label)))
            return redirect("paper", code, number)
    return _page(request, code, number, step_form=form)


def paper_form(frame: dict[str, Any], paper: StudyView | None = None, data: Any = None) -> PaperForm:
    """For a new paper of the frame's project, or for this one."""
    project = frame["project"]
    region = [code for code, _ in project.countries]
    results = [(result.number, result.says) for result in project_results(project.code)]
    return PaperForm(region, results, paper.words if paper else None, paper.version if paper else 0, data)


def _page(request: HttpRequest, code: str, number: int, **forms: Any) -> HttpResponse:
    """With a form that was sent and not taken (`words_form`, `version_form`, `step_form`), its errors."""
    user = person(request.user)
    expect_reader(user)
    found = study_view(code, number, clock.today())
    frame = project_frame(request, code, "project-papers")
    content = frame | {
        "paper": found,
        "version_form": VersionForm(),
        "takes_versions": found.state.is_open,
        "step_form": StudyStepForm(found.next, found.version),
        "words_form": paper_form(frame, found) if found.state.is_open and frame["may_change"] else None,
        "story": activity_moments(study_story(number), naming=True),
        "zone": user.zone,
        "sent": set(forms),
    }
    return render(request, "web/programme/paper.html", content | forms, status=422 if forms else 200)
