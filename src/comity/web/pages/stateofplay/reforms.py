"""The reform simulator: chosen changes, and what they do to all routes between countries. Public; keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import IN_FORCE
from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.studio import NoPicture, begin, drawn
from comity.kernel import clock
from comity.kernel.cldr import listed
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import noted, say, spoken
from comity.stateofplay.queries.candidates import Candidate, candidate, candidates
from comity.stateofplay.queries.ground import grounds
from comity.stateofplay.queries.simulation import Simulation, Supposed, simulation
from comity.stateofplay.queries.simulation_file import TextForm, simulation_text
from comity.stateofplay.queries.simulation_words import finding, tally, ways_in_words
from comity.stateofplay.queries.weights import Weighting, weighting
from comity.web.atlas.day_form import DayAsked
from comity.web.in_english import english
from comity.web.reforms import picture
from comity.web.reforms.asked import Asked, read_asked
from comity.web.reforms.tiles import change_lines, legend, tile_rows
from comity.web.theme import theme_of

FRESH = 60
"""Seconds for which a browser need not ask for a picture again."""
FEW = 30
"""Lines up to which the list stands open."""
EXAMPLES = (
    (noted("Ukraine adopts Articles 16 and 17"), ("UA:16=full", "UA:17=full")),
    (noted("Belarus joins the Budapest Convention"), ("BY:ets185=party",)),
    (
        noted(
            "Georgia ratifies the Second Additional Protocol, supposed to be in force, as Hungary, Japan and Serbia "
            "have"
        ),
        ("cets224=in-force", "GE:cets224=party"),
    ),
)
COUNTERPARTS = ("HU", "JP", "RS")
"""Who ratified the Second Additional Protocol: a treaty has no effect among those of whom only one is Party."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One country's reforms as boxes to tick: `name` is its code, or what they are instead."""

    name: str
    reforms: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A supposed reform with its links; `parties` names whom `compare` adds, where that would show an effect."""

    supposed: Supposed
    take_back: str
    suppose: str
    parties: str
    compare: str


@login_not_required
@require_safe
def reforms(request: HttpRequest) -> HttpResponse:
    """The boxes, and below them what the ticked ones change; with `format`, the same as a file."""
    snapshot = node_snapshot()
    asked = read_asked(request, snapshot)
    weighed = weighting(request.user)
    supposing = asked.supposing
    found = None
    if supposing.edits:
        found = simulation(snapshot, supposing.edits, asked.scope, weighed.weights, supposing.entries)
    kind = request.GET.get("format", "")
    if found and kind in set(TextForm):
        return _file(found, TextForm(kind), weighed)
    content: dict[str, Any] = {
        "asked": asked,
        "choices": _choices(snapshot, asked),
        "grounds": grounds(snapshot, asked.scope.day),
        "examples": [(says, _example(asked, keys)) for says, keys in EXAMPLES if _fits(snapshot, keys)],
        "ranking": asked.address("reforms-ranking", ()),
        "chosen": supposing.keys,
        "alone": supposing.entries and not supposing.edits,
    }
    if found:
        begin()
        content |= _result(request, asked, found, weighed)
    return render(request, "web/reforms/page.html", content)


@login_not_required
@require_safe
def chart(request: HttpRequest) -> HttpResponse:
    """The chart, in `shade` and `size`; with `download`, as a file that carries its title."""
    snapshot = node_snapshot()
    asked = read_asked(request, snapshot)
    found = simulation(snapshot, asked.supposing.edits, asked.scope, entries=asked.supposing.entries)
    look = Look(
        Shade.DARK if request.GET.get("shade") == Shade.DARK else Shade.LIGHT,
        Size.NARROW if request.GET.get("size") == Size.NARROW else Size.WIDE,
    )
    file = "download" in request.GET
    try:
        made = drawn(picture.order(found, look, titled=file))
    except NoPicture as problem:
        return HttpResponse(f"{problem}\n", status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(made, content_type="image/svg+xml")
    if file:
        response["Content-Disposition"] = 'attachment; filename="reforms.svg"'
    patch_cache_control(response, private=True, max_age=FRESH)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


def _result(request: HttpRequest, asked: Asked, found: Simulation, weighed: Weighting) -> dict[str, Any]:
    lines = change_lines(found)
    keys = found.keys
    return {
        "found": found,
        "finding": finding(found),
        "on_ground": [(each, asked.address("reforms", without(keys, each.key))) for each in found.grounds],
        "taken_back": [_shown(asked, each, keys) for each in found.reforms],
        "weighed": weighed,
        "weighed_tally": tally(found.weighed) if not weighed.equal else "",
        "rows": tile_rows(found),
        "legend": legend(),
        "lines": lines,
        "open": len(lines) <= FEW,
        "ways": ways_in_words(found),
        "picture_title": picture.title(found),
        "pictures": picture.sources(asked, theme_of(request)),
        "picture_words": picture.words(found),
        "picture_rows": picture.values(found),
        "picture_download": picture.address(asked, download="yes"),
        "files": [(form.label, asked.address("reforms", keys, format=form.value)) for form in TextForm],
    }


def _shown(asked: Asked, each: Supposed, keys: tuple[str, ...]) -> Shown:
    """A reform with the page that takes it back, and those on which its effect could be seen."""
    why = each.why_idle
    return Shown(
        each,
        asked.address("reforms", without(keys, each.reform.key)),
        asked.address("reforms", (why.suppose, *keys)) if why.suppose else "",
        listed([country_in_sentence(country) for country in why.parties], spoken()),
        asked.among(why.parties).address("reforms", keys),
    )


def without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(other for other in keys if other != key)


def _choices(snapshot: Snapshot, asked: Asked) -> list[Choice]:
    """Every country's candidates, and whatever else the address supposes of it."""
    made = []
    for country in asked.scope.countries:
        found = candidates(snapshot, country, asked.scope.day)
        if found:
            made.append(Choice(str(country), found))
    offered = {each.key for choice in made for each in choice.reforms}
    others = (edit for edit in asked.supposing.edits if str(edit) not in offered)
    besides = tuple(candidate(snapshot, edit, asked.scope.day) for edit in others)
    return [*made, Choice(say("Chosen besides"), besides)] if besides else made


def _example(asked: Asked, keys: tuple[str, ...]) -> str:
    """An entry into force needs others who are Party; they are so today, not on any day."""
    if not any(key.endswith(IN_FORCE) for key in keys):
        return asked.address("reforms", keys)
    return asked.among(map(CountryCode, COUNTERPARTS), day=DayAsked(clock.today(), "", True)).address("reforms", keys)


def _fits(snapshot: Snapshot, keys: tuple[str, ...]) -> bool:
    """Whether this node's packs know what an example speaks of."""
    return all(key[:2] in snapshot.countries for key in keys if ":" in key) and all(
        name in snapshot.instruments for name in ("ets185", "cets224")
    )


def _file(found: Simulation, form: TextForm, weighed: Weighting) -> HttpResponse:
    with english():
        text = simulation_text(found, form, weighed.says)
    response = HttpResponse(text, content_type=form.media_type)
    name = f"reforms-{found.scope.day.isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
