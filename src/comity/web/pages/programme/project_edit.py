"""Beginning a project, and changing what is said of it. Reading it is elsewhere."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.create_project import create_project
from comity.programme.actions.edit_project import edit_project
from comity.programme.queries.project_draft import project_draft
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.pages.programme.project_form import ProjectForm

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def begin(request: HttpRequest) -> HttpResponse:
    """A project that no pack describes. Raises NotEntitled."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    form = ProjectForm(data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            code = create_project(form.cleaned_data["code"], form.draft, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        else:
            messages.success(request, say("The project is kept."))
            return redirect("project", code)
    content = {"form": form}
    return render(request, "web/programme/project_edit.html", content, status=422 if form.errors else 200)


@require_http_methods(BOTH)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.PROGRAMME_OFFICER)
    draft, version = project_draft(code)
    form = ProjectForm(draft, version, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            edit_project(code, form.draft, version=form.cleaned_data["version"] or 0, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, said(str(problem)))
        else:
            messages.success(request, say("The project is saved."))
            return redirect("project", code)
    content = {"form": form, "code": code, "draft": draft}
    return render(request, "web/programme/project_edit.html", content, status=422 if form.errors else 200)
