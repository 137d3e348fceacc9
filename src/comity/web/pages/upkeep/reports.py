"""Reports of errors: what waits for an editor, and what was found."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.kernel.words import say
from comity.people.access import person, require
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.upkeep.actions.answer_error_report import answer_error_report
from comity.upkeep.queries.reports import error_reports
from comity.upkeep.rules.refusal import NotNow


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The queue; `?show=answered` for what was answered."""
    held = require(person(request.user), Role.EDITOR, Role.AUDITOR)
    answered = request.GET.get("show") == "answered"
    content = {"lines": error_reports(answered=answered), "answered": answered, "may_edit": Role.EDITOR in held}
    return render(request, "web/upkeep/reports.html", content)


@require_POST
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """What an editor found. What stands in the way is said above the queue."""
    corrected = request.POST.get("found") == "corrected"
    try:
        answer_error_report(number, request.POST.get("answer", ""), corrected=corrected, by=person(request.user))
    except (NotNow, Refused) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, say("The report is answered."))
    return redirect("error-reports")
