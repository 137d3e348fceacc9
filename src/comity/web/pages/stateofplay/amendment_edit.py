"""Changing a draft amendment: starting it, writing it, noting a step. Reading it is elsewhere."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said as in_words
from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.stateofplay.actions.edit_amendment import edit_amendment
from comity.stateofplay.actions.move_amendment import move_amendment
from comity.stateofplay.actions.start_amendment import start_amendment
from comity.stateofplay.queries.amendments import working_document
from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords, NotNow
from comity.stateofplay.rules.refusal import ChangedMeanwhile
from comity.web.pages.stateofplay.amendment_forms import ChecksForm, StartForm, StepForm, WordsForm


@require_POST
def start(request: HttpRequest, code: str, article: str) -> HttpResponse:
    """Begin a draft, then write it. Raises NotEntitled, NotFound."""
    user, found = person(request.user), working_document(code.upper(), article, clock.today())
    require(user, Role.EDITOR)
    form = StartForm(request.POST)
    if form.is_valid():
        try:
            start_amendment(CountryCode(found.gap.country), article, form.cleaned_data["day"], by=user)
        except Refused as refusal:
            form.add_error("day" if refusal.field == "day" else None, refusal.sentence)
        else:
            return redirect("amendment-edit", found.gap.country, article)
    content = {"found": found, "form": form, "verb": say("Start the draft")}
    return render(request, "web/stateofplay/amendment_step.html", content, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str, article: str) -> HttpResponse:
    """The words and the checks. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.EDITOR)
    found = working_document(code.upper(), article, clock.today())
    if found.draft is None:
        return redirect("amendment", found.gap.country, article)
    form = WordsForm(found.draft, request.POST or None)
    elements, safeguards = (ChecksForm(part, request.POST or None) for part in (found.elements, found.safeguards))
    if request.method == "POST" and all([form.is_valid(), elements.is_valid(), safeguards.is_valid()]):
        said = dict(form.cleaned_data)
        version = said.pop("version")
        words = AmendmentWords(**said, checks=elements.said | safeguards.said)
        try:
            edit_amendment(found.draft.number, words, version=version, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except (ChangedMeanwhile, NotNow) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, say("The draft is saved."))
            return redirect("amendment", found.gap.country, article)
    content = {"found": found, "form": form, "elements": elements, "safeguards": safeguards}
    return render(request, "web/stateofplay/amendment_edit.html", content, status=422 if form.errors else 200)


@require_POST
def step(request: HttpRequest, code: str, article: str) -> HttpResponse:
    """Note a step. What stands in the way is said beside its field. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.EDITOR)
    found = working_document(code.upper(), article, clock.today())
    if found.draft is None:
        return redirect("amendment", found.gap.country, article)
    form = StepForm(found.draft.state, found.draft.version, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        told = {"remark": said["remark"], "source": said["source"], "version": said["version"]}
        try:
            move_amendment(found.draft.number, AmendmentState(said["state"]), said["day"], **told, by=user)
        except Refused as refusal:
            form.add_error(refusal.field, refusal.sentence)
        except (ChangedMeanwhile, NotNow) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, say("Noted: {state}.", state=in_words(AmendmentState(said["state"]).label)))
            return redirect("amendment", found.gap.country, article)
    return render(
        request,
        "web/stateofplay/amendment_step.html",
        {"found": found, "form": form, "verb": say("Note the step")},
        status=422,
    )
