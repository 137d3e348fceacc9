"""The wizard's third step: which way? The planner's routes to choose from, and the case that the request is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.draft_request import draft_request
from comity.casework.queries.case_name import newest_cases
from comity.casework.queries.intake_page import IntakePage, intake_page
from comity.casework.queries.requester import requester_for
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import Refused
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.people.access import Person, person
from comity.routes.queries.plan import PlanView
from comity.routes.queries.summary import in_a_sentence
from comity.routes.rules.question import Question
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.needs import drafts
from comity.web.components.status import status
from comity.web.components.wizard import before_drafting
from comity.web.planner.address import Asked
from comity.web.planner.way import Way, ways

LONGEST_KEY = 200
LONGEST_TITLE = 1000
LONGEST_REFERENCE = 30


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says; `case` is a reference, empty for a new case with `title`."""

    route: str = ""
    case: str = ""
    title: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def way(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The routes; a choice makes the draft. Raises NotFound, for somebody else's intake too; NotEntitled."""
    user = person(request.user)
    intake = intake_page(user, identity)
    if intake.request_reference:
        return redirect("request", intake.request_reference)
    if intake.plan is None:
        return redirect("intake", identity)
    if request.method != "POST":
        return _page(request, user, intake, intake.plan, Chosen(route=intake.route_key))
    chosen = Chosen(
        route=request.POST.get("route_key", "")[:LONGEST_KEY],
        case=request.POST.get("case", "")[:LONGEST_REFERENCE],
        title=request.POST.get("case_title", "")[:LONGEST_TITLE],
    )
    try:
        reference = _draft(intake, chosen, user)
    except Refused as problem:
        return _page(request, user, intake, intake.plan, chosen, complaints(problem))
    return redirect("request-edit", reference)


@transaction.atomic
def _draft(intake: IntakePage, chosen: Chosen, user: Person) -> str:
    """Way and draft together: a case without a title leaves neither."""
    answer_intake(intake.id, Step.WAY, {"route_key": chosen.route}, by=user)
    return draft_request(
        intake.id,
        requester=requester_for(user),
        case_reference=chosen.case,
        case_title=chosen.title,
        by=user,
    )


def _page(
    request: HttpRequest,
    user: Person,
    intake: IntakePage,
    plan: PlanView,
    chosen: Chosen,
    wrong: Complaints | None = None,
) -> HttpResponse:
    asked = Asked(_question(plan))
    content: dict[str, Any] = {
        "intake": intake,
        "plan": plan,
        "sentence": in_a_sentence(plan, clock.today(user.zone)),
        "tone": status(plan.status).tone,
        "planner": asked.address(),
        "drafts": drafts(intake.measure),
        "chosen": chosen,
        "cases": () if intake.case_reference else newest_cases(user),
        "wrong": wrong or {},
        "wizard": before_drafting(Step.WAY, intake.id),
        **_by_status(plan, asked),
    }
    return render(request, "web/intake/way.html", content, status=422 if wrong else 200)


def _by_status(plan: PlanView, asked: Asked) -> dict[str, tuple[Way, ...]]:
    languages = {code: pack.country.languages[0] for code, pack in node_snapshot().countries.items()}
    drawn = ways(plan.routes, asked, why="", languages=languages)
    return {
        "passable": tuple(one for one in drawn if one.route.status not in {"unknown", "closed"}),
        "unknown": tuple(one for one in drawn if one.route.status == "unknown"),
        "closed": tuple(one for one in drawn if one.route.status == "closed"),
    }


def _question(plan: PlanView) -> Question:
    return Question(
        requester=CountryCode(plan.requester),
        requested=CountryCode(plan.requested),
        measure=Measure(plan.measure),
        day=plan.day,
        data=DataType(plan.data) if plan.data else None,
        urgent=plan.urgent,
    )
