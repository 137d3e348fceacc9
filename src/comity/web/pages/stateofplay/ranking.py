"""Which single reform, pair and triple of each country unlocks most, and why. Public; worked out on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.languages import ENGLISH
from comity.kernel.words import noted, say, spoken
from comity.stateofplay.queries.ground import Ground, grounds, on_ground
from comity.stateofplay.queries.ranking import CountryRanking, RankedSet, RankedSize, kept_ranking
from comity.stateofplay.queries.ranking_file import FORMULA, ranking_text
from comity.stateofplay.queries.simulation_file import TextForm
from comity.stateofplay.queries.simulation_words import tally
from comity.stateofplay.queries.weights import weighting
from comity.web.in_english import english
from comity.web.reforms.asked import Asked, read_asked

HEADINGS = {1: noted("Best single reform"), 2: noted("Best pair"), 3: noted("Best triple")}


@dataclass(frozen=True, slots=True)
class Line:
    """One set of reforms, and the simulator's page for it."""

    ranked: RankedSet
    counts: str
    weighed: str
    address: str


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    size: RankedSize
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country: its best sets in short, and the page that tells all of them."""

    ranking: CountryRanking
    address: str
    sections: tuple[Section, ...]
    to_find_out: Section | None


@login_not_required
@require_safe
def ranking(request: HttpRequest) -> HttpResponse:
    """All countries in short; with `country`, one in full; with `format`, the same as a file."""
    snapshot = node_snapshot()
    asked = read_asked(request, snapshot)
    weighed = weighting(request.user)
    one, problem = _country(request, asked)
    entries = asked.supposing.entries
    law, supposed = on_ground(snapshot, entries), tuple(map(str, entries))
    found = [kept_ranking(law, code, asked.scope, weighed.weights) for code in ((one,) if one else _all(asked))]
    kind = request.GET.get("format", "")
    if kind in set(TextForm):
        with english():
            return _file(ranking_text(found, TextForm(kind), weighed.says), TextForm(kind), asked)
    named = {"country": str(one)} if one else {}
    content: dict[str, Any] = {
        "asked": asked,
        "problem": problem,
        "one": one,
        "places": [_place(asked, each, equal=weighed.equal) for each in found],
        "countries": [
            (country_words(code), asked.address("reforms-ranking", supposed, country=str(code)), code == one)
            for code in _all(asked)
        ],
        "all": asked.address("reforms-ranking", supposed),
        "simulator": asked.address("reforms", supposed),
        "grounds": [_ground(asked, each, supposed, named) for each in grounds(snapshot, asked.scope.day)],
        "weighed": weighed,
        "formula": FORMULA,
        "files": [
            (form.label, asked.address("reforms-ranking", supposed, **named, format=form.value)) for form in TextForm
        ],
    }
    return render(request, "web/reforms/ranking.html", content)


def _country(request: HttpRequest, asked: Asked) -> tuple[CountryCode | None, str]:
    text = request.GET.get("country", "").strip()
    if not text:
        return None, ""
    try:
        code = CountryCode(text)
    except ValueError as problem:
        return None, str(problem)
    if code not in asked.scope.countries:
        return None, say(
            "{country} is not among the countries compared here. Choose one below.",
            country=country_words(code) if spoken() != ENGLISH.code else code.at_start,
        )
    return code, ""


def _ground(asked: Asked, each: Ground, supposed: tuple[str, ...], named: dict[str, str]) -> tuple[Ground, bool, str]:
    """A treaty that can be supposed in force: whether it is, and the page on which that is the other way round."""
    chosen = each.key in supposed
    keys = (key for key in supposed if key != each.key) if chosen else (*supposed, each.key)
    return each, chosen, asked.address("reforms-ranking", keys, **named)


def _all(asked: Asked) -> tuple[CountryCode, ...]:
    return asked.scope.countries


def _place(asked: Asked, found: CountryRanking, *, equal: bool) -> Place:
    return Place(
        found,
        asked.address("reforms-ranking", map(str, asked.supposing.entries), country=str(found.country)),
        tuple(_section(asked, size, equal=equal) for size in found.sizes),
        _section(asked, found.to_find_out[0], equal=equal) if found.to_find_out else None,
    )


def _section(asked: Asked, size: RankedSize, *, equal: bool) -> Section:
    lines = (
        Line(
            ranked,
            tally(ranked.simulation.counts),
            "" if equal else tally(ranked.simulation.weighed),
            asked.address("reforms", (*map(str, asked.supposing.entries), *ranked.simulation.keys)),
        )
        for ranked in size.sets
    )
    return Section(HEADINGS[size.size], size, tuple(lines))


def _file(text: str, form: TextForm, asked: Asked) -> HttpResponse:
    response = HttpResponse(text, content_type=form.media_type)
    response["Content-Disposition"] = f'attachment; filename="reform-ranking-{asked.scope.day.isoformat()}.{form}"'
    return response
