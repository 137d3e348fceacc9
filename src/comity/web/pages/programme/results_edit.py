"""Changing a results framework: its lines, and the figures that the node computes. For programme officers."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from comity.kernel import clock, sayable
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.actions.add_result import add_result
from comity.programme.actions.compute_actuals import compute_actuals
from comity.programme.actions.edit_result import edit_result
from comity.programme.queries.projects import ProjectHead, project_head
from comity.programme.queries.result_lines import next_result, result_head
from comity.programme.rules.project import Level
from comity.programme.rules.result_words import ResultWords
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.form import PlainForm
from comity.web.pages.programme.results_forms import ResultForm


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """An expected result. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project = project_head(code, clock.today())
    form = ResultForm(request.POST or None, number=next_result(code))

    def save() -> None:
        add_result(code, _words(form), by=person(request.user))

    return answered(request, project, form, say("Add an expected result"), save, said=say("The result is added."))


@require_http_methods(["GET", "HEAD", "POST"])
def add_output(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """An output of a result. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project, line = project_head(code, clock.today()), result_head(code, number)
    form = ResultForm(request.POST or None, number=line.next_output)

    def save() -> None:
        add_result(code, _words(form), serves=line.id, by=person(request.user))

    about = say("It serves expected result {number}: {says}", number=line.number, says=line.says)
    return answered(request, project, form, say("Add an output"), save, about=about, said=say("The output is added."))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The words of a line. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project, line = project_head(code, clock.today()), result_head(code, number)
    form = ResultForm(request.POST or None, line=line)

    def save() -> None:
        edit_result(code, line.id, _words(form), version=form.cleaned_data["version"] or 0, by=person(request.user))

    if line.level is Level.OUTPUT:
        verb = say("Change output {number}", number=line.number)
    else:
        verb = say("Change expected result {number}", number=line.number)
    return answered(
        request,
        project,
        form,
        verb,
        save,
        said=say("It is saved."),
    )


@require_POST
def compute(request: HttpRequest, code: str) -> HttpResponse:
    """Take the node's own figures anew. Raises NotEntitled, NotFound."""
    done = compute_actuals(code, by=person(request.user))
    messages.success(
        request,
        say("{taken} figures were computed; {changed} are new or changed.", taken=done.taken, changed=done.changed),
    )
    return redirect("results", code)


def expect_officer(request: HttpRequest) -> None:
    """Raises NotEntitled for whoever may not change projects."""
    require(person(request.user), Role.PROGRAMME_OFFICER)


def answered(
    request: HttpRequest,
    project: ProjectHead,
    form: PlainForm,
    verb: str,
    save: Callable[[], object],
    *,
    about: str = "",
    back: str = "",
    said: str = "",
) -> HttpResponse:
    """The form's page; once it is sent and `save` took it, the page at `back`, the framework's if none is given."""
    there = back or reverse("results", args=[project.code])
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        except ChangedMeanwhile as problem:
            form.add_error(None, sayable.said(str(problem)))
        else:
            messages.success(request, said)
            return redirect(there)
    content = {"project": project, "form": form, "verb": verb, "about": about, "back": there}
    return render(request, "web/programme/results_form.html", content, status=422 if form.errors else 200)


def _words(form: ResultForm) -> ResultWords:
    said = form.cleaned_data
    return ResultWords(said["number"], said["says"], said["assumption"])
