"""The wizard's third step: which way? The planner's routes as choices; choosing one drafts the request."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.draft_request import draft_request
from comity.casework.queries.case_name import newest_cases
from comity.casework.queries.intake_page import IntakePage, intake_page
from comity.casework.queries.requester import requester_for
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import Refused
from comity.people.access import person
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.wizard import before_drafting


@require_http_methods(["GET", "HEAD", "POST"])
def way(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The routes, and on POST the draft, with nothing kept where either fails. Raises NotFound, NotEntitled."""
    user = person(request.user)
    intake = intake_page(user, identity)
    if intake.request_reference:
        return redirect("request-edit", intake.request_reference)
    if intake.plan is None:
        return redirect("intake-need", identity)
    if request.method != "POST":
        return _page(request, intake, {})
    try:
        with transaction.atomic():
            answer_intake(identity, Step.WAY, {"route_key": request.POST.get("route_key", "")}, by=user)
            reference = draft_request(
                identity,
                requester=requester_for(user),
                case_reference=request.POST.get("case", "")[:30],
                case_title=request.POST.get("case_title", ""),
                by=user,
            )
    except Refused as problem:
        return _page(request, intake, complaints(problem))
    return redirect("request-edit", reference)


def _page(request: HttpRequest, intake: IntakePage, wrong: Complaints) -> HttpResponse:
    routes = intake.plan.routes if intake.plan else ()
    passable = [route for route in routes if route.status != "closed"]
    content = {
        "intake": intake,
        "plan": intake.plan,
        "passable": passable,
        "closed": [route for route in routes if route.status == "closed"],
        "chosen": request.POST.get("route_key") or intake.route_key or (passable[0].key if passable else ""),
        "cases": () if intake.case_reference else newest_cases(person(request.user)),
        "case": request.POST.get("case", ""),
        "case_title": request.POST.get("case_title", ""),
        "wrong": wrong,
        "wizard": before_drafting(Step.WAY, intake.id),
    }
    return render(request, "web/intake/way.html", content, status=422 if wrong else 200)
