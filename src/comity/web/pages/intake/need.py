"""The wizard's second step: what do you need, of which data, from where, how fast?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.queries.intake_page import IntakePage, intake_page
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import Refused
from comity.casework.rules.registry import kinds
from comity.kernel.country import CountryCode
from comity.people.access import person
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.wizard import before_drafting


@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The cards, and on POST the answer. Raises NotFound, NotEntitled."""
    user = person(request.user)
    intake = intake_page(user, identity)
    if intake.request_reference:
        return redirect("request", intake.request_reference)
    if request.method != "POST":
        return _page(request, intake, _kept(intake), {})
    answer = {
        "measure": request.POST.get("measure", ""),
        "data": request.POST.getlist("data")[: len(DataType)],
        "requested_country": request.POST.get("requested_country", ""),
        "urgent": request.POST.get("urgent") == "on",
    }
    try:
        answer_intake(identity, Step.NEED, answer, by=user)
    except Refused as problem:
        return _page(request, intake, answer, complaints(problem))
    return redirect("intake-way", identity)


def _kept(intake: IntakePage) -> dict[str, Any]:
    """The answer so far; before there is one, what most requests ask for."""
    suggested = intake.recognised.countries[0] if intake.recognised.countries else ""
    return {
        "measure": intake.measure or Measure.PRESERVE.value,
        "data": intake.data or (DataType.SUBSCRIBER.value, DataType.TRAFFIC.value),
        "requested_country": intake.requested_country or suggested,
        "urgent": intake.urgent,
    }


def _page(request: HttpRequest, intake: IntakePage, answer: dict[str, Any], wrong: Complaints) -> HttpResponse:
    drafted = {measure for kind in kinds().values() for measure in kind.measures}
    content = {
        "intake": intake,
        "answer": answer,
        "wrong": wrong,
        "wizard": before_drafting(Step.NEED, intake.id),
        "measures": [measure for measure in Measure if measure.value in drafted],
        "planned": [measure for measure in Measure if measure.value not in drafted],
        "planner": reverse("planner"),
        "data_types": list(DataType),
        "countries": _countries(),
        "suggested": [(code, CountryCode(code).english_name) for code in intake.recognised.countries],
    }
    return render(request, "web/intake/need.html", content, status=422 if wrong else 200)


def _countries() -> list[tuple[str, str]]:
    """Every country that the packs know anything of, by name."""
    snapshot = node_snapshot()
    codes = set(snapshot.countries) | {code for pack in snapshot.instruments.values() for code in pack.parties}
    return sorted(((code, CountryCode(code).english_name) for code in codes), key=lambda pair: pair[1])
