"""The wizard's first step: what do you hold? Paste anything; what is recognised shows under the box as one types."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.casework.actions.answer_intake import answer_intake
from comity.casework.actions.start_intake import start_intake
from comity.casework.queries.case_name import CaseName, case_name
from comity.casework.queries.intake_page import intake_page
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import Refused
from comity.people.access import person, require
from comity.people.rules.roles import Role
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.held import Held, posted, reading
from comity.web.components.wizard import before_drafting
from comity.web.components.zones import stated_zones


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """An empty box; nothing is kept before it is answered. `?case=` begins in a case. Raises NotEntitled, NotFound."""
    user = person(request.user)
    require(user, Role.DRAFTER, Role.DUTY_OFFICER)
    reference = request.GET.get("case", "")[:30]
    case = case_name(user, reference) if reference else None
    held = posted(request.POST)
    if request.method != "POST" or _only_read(request):
        return _page(request, held, case=case)
    try:
        with transaction.atomic():  # an intake without an answer is not worth keeping
            identity = start_intake(case_reference=reference, by=user)
            answer_intake(identity, Step.HOLD, held.answer(), by=user)
    except Refused as problem:
        return _page(request, held, case=case, wrong=complaints(problem))
    return redirect(_with_what_was_asked(reverse("intake-need", args=[identity]), request))


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The same step of an intake that exists; answering it again plans the way anew. Raises NotFound."""
    user = person(request.user)
    intake = intake_page(user, identity)
    if intake.request_reference:
        return redirect("request", intake.request_reference)
    case = CaseName(intake.case_reference, intake.case_title) if intake.case_reference else None
    if request.method != "POST":
        return _page(request, Held(intake.text, "", intake.left_out), case=case, identity=identity)
    held = posted(request.POST)
    if _only_read(request):
        return _page(request, held, case=case, identity=identity)
    try:
        answer_intake(identity, Step.HOLD, held.answer(), by=user)
    except Refused as problem:
        return _page(request, held, case=case, identity=identity, wrong=complaints(problem))
    return redirect("intake-need", identity)


@require_safe
def go_on(request: HttpRequest, identity: UUID) -> HttpResponse:
    """To the first step that has no answer yet, or to the request that the intake became. Raises NotFound."""
    intake = intake_page(person(request.user), identity)
    if intake.request_reference:
        return redirect("request", intake.request_reference)
    return redirect(f"intake-{Step.WAY if intake.step is Step.FILL else intake.step}", identity)


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """The chips for what is in the box, as a fragment; keeps nothing. Raises NotEntitled."""
    require(person(request.user), Role.DRAFTER, Role.DUTY_OFFICER)
    return render(request, "web/intake/hold.html#chips", _read(posted(request.POST), {}))


def _with_what_was_asked(address: str, request: HttpRequest) -> str:
    """The planner's page starts a request with its question in the address: the next step begins with that."""
    asked = {name: request.GET[name][:40] for name in ("to", "measure", "data", "urgent") if request.GET.get(name)}
    return f"{address}?{urlencode(asked)}" if asked else address


def _only_read(request: HttpRequest) -> bool:
    return request.POST.get("then") == "read"


def _page(
    request: HttpRequest,
    held: Held,
    *,
    case: CaseName | None,
    identity: UUID | None = None,
    wrong: Complaints | None = None,
) -> HttpResponse:
    content = {
        "case": case,
        "wizard": before_drafting(Step.HOLD, identity),
        "zones": stated_zones(),
        **_read(held, wrong or {}),
    }
    return render(request, "web/intake/hold.html", content, status=422 if wrong else 200)


def _read(held: Held, wrong: Complaints) -> dict[str, Any]:
    """The chips, or why there are none. What is wrong with the zone is said even before the step is answered."""
    try:
        return {"held": held, "reading": reading(held), "wrong": wrong}
    except Refused as problem:
        return {"held": held, "reading": None, "wrong": {**wrong, **complaints(problem)}}
