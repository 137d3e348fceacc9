"""Service providers: who takes what for which data, and how to ask each of them. Public."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.providers import ProviderLine, SeatView, provider_lines, provider_view, seats
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.provider import Asked
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.words import noted
from comity.routes.rules.question import Question
from comity.web.atlas.day_form import DayAsked, day_asked
from comity.web.planner.address import planner_address

COLUMNS = tuple((asked.value, asked.label.capitalize(), asked.value.capitalize()) for asked in Asked)
"""What one can ask for: its value, its name, and the word that fits over a column."""


@login_not_required
@require_safe
def providers(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by the address's `q`, `data` and `seat`; a choice that does not exist narrows nothing."""
    snapshot, day = node_snapshot(), day_asked(request, keep=("q", "data", "seat"))
    sought = request.GET.get("q", "").strip()[:60]
    asked = _asked(request.GET.get("data", ""))
    countries = seats(snapshot)
    seat = request.GET.get("seat", "")
    seat = seat if seat in dict(countries) else ""
    lines = provider_lines(snapshot, day.day, asked=asked, seat=seat)
    content = {
        "lines": [line for line in lines if _contains(line, sought)],
        "all": len(snapshot.providers),
        "columns": [column for column in COLUMNS if asked is None or column[0] == asked.value],
        "choices": COLUMNS,
        "data": asked.value if asked else "",
        "countries": countries,
        "seat": seat,
        "sought": sought,
        "asked": day,
    }
    return render(request, "web/providers/list.html", content)


@login_not_required
@require_safe
def provider(request: HttpRequest, name: str) -> HttpResponse:
    """One provider: how to ask it first, then whom to address and what else to know."""
    snapshot, day = node_snapshot(), day_asked(request)
    try:
        view = provider_view(snapshot, name, day.day)
    except LookupError as problem:
        raise Http404(str(problem)) from None
    content = {
        "provider": view,
        "asked": day,
        "entities": [(entity, _route(entity, day)) for entity in view.entities],
        "more": [
            (noted("Languages"), view.languages, False),
            (noted("Notice to the user"), view.notice, False),
            (noted("Preserves for"), view.preserves_for, True),
            (noted("Retention"), view.retention, False),
        ],
    }
    return render(request, "web/providers/page.html", content)


def _asked(text: str) -> Asked | None:
    return next((asked for asked in Asked if asked.value == text), None)


def _contains(line: ProviderLine, sought: str) -> bool:
    names = (
        line.name,
        line.services,
        *(name for _, name in line.seats),
        *(country_words(code) for code, _ in line.seats),
    )
    return any(sought.casefold() in name.casefold() for name in names)


def _route(entity: SeatView, asked: DayAsked) -> str:
    """The planner's page for content from the entity's State; nothing where that State is the node's own."""
    own = settings.ENV.country
    if entity.country == own:
        return ""
    return planner_address(Question(own, CountryCode(entity.country), Measure.CONTENT, asked.day))
