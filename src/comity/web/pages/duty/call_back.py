"""Recording a call-back: nothing is disclosed in an emergency before one has verified who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.take_step import take_step
from comity.casework.queries.request_page import request_page
from comity.casework.rules.form import FormField
from comity.casework.rules.handling.fields import VERIFIED
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.kernel.words import say
from comity.people.access import person
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.request_form import Control
from comity.web.pages.requests.head import head


@require_http_methods(["GET", "HEAD", "POST"])
def record_call_back(request: HttpRequest, reference: str) -> HttpResponse:
    """The form, and the step that it takes. Raises NotFound (also where no call-back is needed), NotAllowed."""
    user = person(request.user)
    answers: dict[str, Any] = {}
    wrong: Complaints = {}
    if request.method == "POST":
        names = ("result", "number_from", "spoken_with")
        answers = {name: request.POST[name] for name in names if request.POST.get(name, "").strip()}
        try:
            take_step(reference, Step.CALL_BACK, answers, by=user)
        except Refused as problem:
            wrong = complaints(problem)
        else:
            _say(request, verified=answers.get("result") == VERIFIED)
            return redirect("request", reference)
    page = request_page(user, reference)
    if page.call_back is None:
        raise NotFound("call-back for this request")
    content = {**head(page), "controls": _controls(page.call_back.fields, answers, wrong)}
    return render(request, "web/duty/call_back.html", content, status=422 if wrong else 200)


def _say(request: HttpRequest, *, verified: bool) -> None:
    if verified:
        messages.success(request, say("The call-back is recorded: who asks is verified."))
    else:
        messages.warning(request, say("The call-back is recorded, and it verified nobody: nothing is disclosed."))


def _controls(fields: Any, answers: Mapping[str, Any], wrong: Complaints) -> list[Control]:
    return [
        Control(FormField(spec, answers.get(spec.name), True, True, wrong.get(spec.name, ()), ())) for spec in fields
    ]
