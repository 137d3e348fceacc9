"""A country of the atlas: how to ask it first, then all that the packs say of it, each fact with its source. Public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.atlas.queries.country import CountryView
from comity.atlas.queries.profile import profile_parts
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.cldr import either
from comity.kernel.country import CountryCode
from comity.kernel.language_words import language_words
from comity.kernel.words import spoken
from comity.routes.queries.ask import AskLine, how_to_ask
from comity.routes.rules.question import Question
from comity.upkeep.queries.staleness import country_staleness
from comity.web.atlas.day_form import DayAsked
from comity.web.atlas.disputes import disputes
from comity.web.atlas.opened import Opened, country_page, who_asks
from comity.web.atlas.profile_nav import profile_nav
from comity.web.components.choices import country_choices
from comity.web.components.local_name import local_name
from comity.web.planner.address import planner_address


@dataclass(frozen=True, slots=True)
class Ask:
    """One need, and the planner's page that answers it in full."""

    line: AskLine
    address: str


@country_page("country", keep=("from",))
def country(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The country's page as of the day asked about, and as asked by the country in `from`."""
    view, asked, snapshot = opened.view, opened.asked, opened.snapshot
    requester, unread = who_asks(request.GET.get("from", ""), snapshot, opened.code)
    content = {
        "country": view,
        "nav": profile_nav(opened, "country"),
        "profile": profile_parts(snapshot, opened.code, asked.day),
        "local": local_name(opened.code, view.languages[0]) if view.languages else None,
        "asked": asked,
        "figure": country_staleness(snapshot, clock.today()).get(opened.code),
        "pack": f"countries/{opened.code.lower()}" if view.described else "",
        "requester": requester,
        "requester_problem": unread,
        "requesters": country_choices(snapshot, chosen=requester),
        "needs": _needs(snapshot, requester, opened.code, asked),
        "existing": [authority for authority in view.authorities if authority.exists],
        "former": [authority for authority in view.authorities if not authority.exists],
        "disputes": disputes(view),
        **_languages(view),
        **_standings(view),
    }
    return render(request, "web/atlas/country.html", content)


def _needs(snapshot: Snapshot, requester: CountryCode, requested: CountryCode, asked: DayAsked) -> list[Ask]:
    return [
        Ask(line, planner_address(Question(requester, requested, Measure(line.measure), asked.day)))
        for line in how_to_ask(snapshot, requester, requested, asked.day)
        if line.routes or line.best
    ]


def _languages(view: CountryView) -> dict[str, Any]:
    accepted = [
        (either([language_words(code) for code in fact.value.split(", ")], spoken()), fact)
        for fact in view.request_languages
        if fact.value
    ]
    return {"official": [language_words(code) for code in view.languages], "accepted": accepted}


def _standings(view: CountryView) -> dict[str, Any]:
    """Standings worth a row each, the Convention first; and the instruments of which nothing is recorded."""
    recorded = [standing for standing in view.standings if standing.current]
    rank = {"party": 0, "disputed": 1, "suspended": 2, "signatory": 3, "none": 4}
    return {
        "standings": sorted(recorded, key=lambda item: (item.instrument != CONVENTION, rank.get(item.standing, 5))),
        "unrecorded": [standing for standing in view.standings if not standing.current],
    }
