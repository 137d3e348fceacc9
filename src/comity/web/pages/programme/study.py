"""One paper of a project, for the office: its versions, its next step. What is published is read elsewhere too."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.kernel import clock
from comity.people.access import person
from comity.people.rules.refusal import Refused
from comity.programme.access import expect_reader
from comity.programme.actions.add_study_version import add_study_version
from comity.programme.actions.move_study import move_study
from comity.programme.actions.plan_study import plan_study
from comity.programme.queries.studies import StudyView, studies_of, study_view
from comity.programme.rules.study import LARGEST, StudyKind, StudyState
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.team_forms import PlanForm, StudyStepForm, VersionForm


@require_POST
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """Plan a paper. Raises NotEntitled, NotFound."""
    form = PlanForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            number = plan_study(code, StudyKind(said["kind"]), said["title"], due=said["due"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, "The paper is planned.")
            return redirect("paper", code, number)
    content = project_frame(request, code, "project-papers") | {"form": form}
    content["papers"] = studies_of(code, clock.today(), published_only=not content["inside"])
    return render(request, "web/programme/papers.html", content, status=422)


@require_safe
def one(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    return _page(request, code, number)


@require_POST
def add(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Add a version. Raises NotEntitled, NotFound."""
    form = VersionForm(request.POST, request.FILES)
    if form.is_valid():
        file: Any = form.cleaned_data["file"]
        try:
            content = file.read(LARGEST + 1)
            add_study_version(number, file.name or "", content, form.cleaned_data["remark"], by=person(request.user))
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, "The version is kept.")
            return redirect("paper", code, number)
    return _page(request, code, number, version=form)


@require_POST
def move(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take the paper to its next state. Raises NotEntitled, NotFound."""
    user, found = person(request.user), study_view(number, clock.today())
    form = StudyStepForm(found.next, found.version, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            move_study(number, StudyState(said["to"]), said["remark"], version=said["version"], by=user)
        except Refused as refusal:
            form.add_error("to", refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"The paper is {StudyState(said['to']).label} now.")
            return redirect("paper", code, number)
    return _page(request, code, number, step=form)


def _page(
    request: HttpRequest,
    code: str,
    number: int,
    *,
    version: VersionForm | None = None,
    step: StudyStepForm | None = None,
) -> HttpResponse:
    expect_reader(person(request.user))
    found: StudyView = study_view(number, clock.today())
    content = project_frame(request, code, "project-papers") | {
        "paper": found,
        "version_form": version or VersionForm(),
        "step_form": step or StudyStepForm(found.next, found.version),
        "takes_versions": found.state.is_open,
    }
    return render(request, "web/programme/paper.html", content, status=422 if version or step else 200)
