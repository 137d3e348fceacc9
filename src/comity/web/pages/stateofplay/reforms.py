"""The reform simulator: chosen changes, and what they do to all routes between countries. Public; keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.studio import NoPicture, begin, drawn
from comity.stateofplay.queries.candidates import Candidate, candidate, candidates
from comity.stateofplay.queries.simulation import Simulation, simulation
from comity.stateofplay.queries.simulation_file import TextForm, simulation_text
from comity.stateofplay.queries.simulation_words import finding, tally, ways_in_words
from comity.stateofplay.queries.weights import Weighting, weighting
from comity.web.reforms import picture
from comity.web.reforms.asked import Asked, read_asked
from comity.web.reforms.tiles import change_lines, legend, tile_rows
from comity.web.theme import theme_of

FRESH = 60
"""Seconds for which a browser need not ask for a picture again."""
FEW = 30
"""Lines up to which the list stands open."""
EXAMPLES = (
    ("Ukraine adopts Articles 16 and 17", ("UA:16=full", "UA:17=full")),
    ("Belarus joins the Budapest Convention", ("BY:ets185=party",)),
    ("Georgia ratifies the Second Additional Protocol", ("GE:cets224=party",)),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One country's reforms as boxes to tick."""

    name: str
    reforms: tuple[Candidate, ...]


@login_not_required
@require_safe
def reforms(request: HttpRequest) -> HttpResponse:
    """The boxes, and below them what the ticked ones change; with `format`, the same as a file."""
    snapshot = node_snapshot()
    asked = read_asked(request, snapshot)
    weighed = weighting(request.user)
    found = simulation(snapshot, asked.supposing.edits, asked.scope, weighed.weights) if asked.supposing.edits else None
    kind = request.GET.get("format", "")
    if found and kind in set(TextForm):
        return _file(found, TextForm(kind), weighed)
    content: dict[str, Any] = {
        "asked": asked,
        "choices": _choices(snapshot, asked),
        "examples": [(says, asked.address("reforms", keys)) for says, keys in EXAMPLES if _fits(snapshot, keys)],
        "ranking": asked.address("reforms-ranking", ()),
        "chosen": asked.supposing.keys,
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
    found = simulation(snapshot, asked.supposing.edits, asked.scope)
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
    return response


def _result(request: HttpRequest, asked: Asked, found: Simulation, weighed: Weighting) -> dict[str, Any]:
    lines = change_lines(found)
    keys = found.keys
    return {
        "found": found,
        "finding": finding(found),
        "taken_back": [
            (each, asked.address("reforms", (key for key in keys if key != each.reform.key))) for each in found.reforms
        ],
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
        "picture_download": picture.address(asked, download="yes"),
        "files": [(form.label, asked.address("reforms", keys, format=form.value)) for form in TextForm],
    }


def _choices(snapshot: Snapshot, asked: Asked) -> list[Choice]:
    """Every country's candidates, and whatever else the address supposes of it."""
    made = []
    for country in asked.scope.countries:
        found = candidates(snapshot, country, asked.scope.day)
        if found:
            made.append(Choice(country.english_name, found))
    offered = {each.key for choice in made for each in choice.reforms}
    others = (edit for edit in asked.supposing.edits if str(edit) not in offered)
    besides = tuple(candidate(snapshot, edit, asked.scope.day) for edit in others)
    return [*made, Choice("Chosen besides", besides)] if besides else made


def _fits(snapshot: Snapshot, keys: tuple[str, ...]) -> bool:
    """Whether this node's packs know what an example speaks of."""
    return all(key[:2] in snapshot.countries for key in keys) and all(
        name in snapshot.instruments for name in ("ets185", "cets224")
    )


def _file(found: Simulation, form: TextForm, weighed: Weighting) -> HttpResponse:
    response = HttpResponse(simulation_text(found, form, weighed.says), content_type=form.media_type)
    name = f"reforms-{found.scope.day.isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
