"""The wizard's second step: what do you need, of which data, from where, and how fast?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import Measure
from comity.casework.actions.answer_intake import answer_intake
from comity.casework.queries.intake_page import IntakePage, intake_page
from comity.casework.rules.intake import Step
from comity.casework.rules.refusal import Refused
from comity.people.access import person
from comity.web.components.complaints import Complaints, complaints
from comity.web.components.countries import all_countries
from comity.web.components.needs import data_ticks, need_cards
from comity.web.components.wizard import before_drafting

MOST_TICKS = 10
LONGEST_VALUE = 40
MOST_HINTS = 5


@dataclass(frozen=True, slots=True)
class Needed:
    """What the form says, bounded and otherwise as it came: the action judges it."""

    measure: str = Measure.PRESERVE.value
    data: tuple[str, ...] = ()
    country: str = ""
    urgent: bool = False

    def answer(self) -> dict[str, object]:
        return {
            "measure": self.measure,
            "data": list(self.data),
            "requested_country": self.country,
            "urgent": self.urgent,
        }


@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, identity: UUID) -> HttpResponse:
    """The form, and its answer kept. Raises NotFound, for somebody else's intake too."""
    user = person(request.user)
    intake = intake_page(user, identity)
    if intake.request_reference:
        return redirect("request", intake.request_reference)
    if intake.step is Step.HOLD:
        return redirect("intake-hold", identity)
    if request.method != "POST":
        return _page(request, intake, _before(intake, request.GET))
    posted = Needed(
        measure=request.POST.get("measure", "")[:LONGEST_VALUE],
        data=tuple(item[:LONGEST_VALUE] for item in request.POST.getlist("data")[:MOST_TICKS]),
        country=request.POST.get("requested_country", "")[:LONGEST_VALUE],
        urgent="urgent" in request.POST,
    )
    try:
        answer_intake(identity, Step.NEED, posted.answer(), by=user)
    except Refused as problem:
        return _page(request, intake, posted, complaints(problem))
    return redirect("intake-way", identity)


def _before(intake: IntakePage, asked: QueryDict) -> Needed:
    """What was answered; before that, what the planner's page was asked, and the country that identifiers suggest."""
    if intake.measure:
        return Needed(intake.measure, intake.data, intake.requested_country, intake.urgent)
    return Needed(
        measure=asked.get("measure", Measure.PRESERVE.value)[:LONGEST_VALUE],
        data=tuple(filter(None, [asked.get("data", "")[:LONGEST_VALUE]])),
        country=asked.get("to", "")[:LONGEST_VALUE] or _suggested(intake),
        urgent="urgent" in asked,
    )


def _suggested(intake: IntakePage) -> str:
    return next((country for _, country, _ in _pointing(intake) if country != settings.ENV.country), "")


def _pointing(intake: IntakePage) -> list[tuple[str, str, str]]:
    """Identifier, country and what that says, for each country that one of those kept points to."""
    found = {
        chip.country: (chip.text, chip.country, chip.country_meaning)
        for chip in reversed(intake.recognised.chips)
        if chip.country and chip.text not in intake.left_out
    }
    return [found[code] for code in intake.recognised.countries if code in found]


def _page(request: HttpRequest, intake: IntakePage, needed: Needed, wrong: Complaints | None = None) -> HttpResponse:
    first, others = need_cards()
    content = {
        "intake": intake,
        "needed": needed,
        "first": first,
        "others": others,
        "others_open": needed.measure in {card.value for card in others},
        "ticks": data_ticks(),
        "countries": all_countries(node_snapshot()),
        "hints": _pointing(intake)[:MOST_HINTS],
        "wrong": wrong or {},
        "wizard": before_drafting(Step.NEED, intake.id),
    }
    return render(request, "web/intake/need.html", content, status=422 if wrong else 200)
