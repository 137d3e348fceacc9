"""Charts of the state of play: as parts of a page, and as pictures of their own, so that no page waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.studio import NoPicture, drawn, order
from comity.kernel.country import CountryCode
from comity.people.access import person
from comity.stateofplay.queries.node_pictures import PICTURES
from comity.stateofplay.queries.progress import country_progress
from comity.stateofplay.rules.pictures.picture import Picture
from comity.web.atlas.countries_asked import countries_asked
from comity.web.atlas.day_form import day_asked, query
from comity.web.charts.frames import Source, frames
from comity.web.theme import theme_of

Wanted = TypeVar("Wanted", Shade, Size)
FRESH = 60
"""Seconds for which a browser need not ask again."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart on a page."""

    picture: Picture
    sources: tuple[Source, ...]
    download: str


def shown(request: HttpRequest, pictures: Iterable[Picture], carried: dict[str, str]) -> list[Shown]:
    """The charts that have anything to show, with the addresses of their pictures."""
    return [
        framed(request, picture, reverse("state-of-play-chart", args=[picture.name]), carried)
        for picture in pictures
        if not picture.empty
    ]


@login_not_required
@require_safe
def chart(request: HttpRequest, name: str) -> HttpResponse:
    """The chart `name` for the day and countries of the page; with `download`, a file that carries its title."""
    if name not in PICTURES:
        raise Http404
    picture = PICTURES[name](day_asked(request).day, countries_asked(request))
    return picture_response(request, picture, f"state-of-play-{name}")


@require_safe
def progress_chart(request: HttpRequest, code: str) -> HttpResponse:
    """The assessments of a country over time. Needs a sign-in, as assessments do."""
    person(request.user)
    try:
        country = CountryCode(code)
    except ValueError as problem:
        raise Http404 from problem
    return picture_response(request, country_progress(country), f"assessments-{country}")


def framed(request: HttpRequest, picture: Picture, address: str, carried: dict[str, str]) -> Shown:
    """A chart whose pictures stand at `address`."""
    return Shown(
        picture,
        frames(lambda shade, size: address + query({**carried, "shade": shade, "size": size}), theme_of(request)),
        address + query({**carried, "download": "yes"}),
    )


def picture_response(request: HttpRequest, picture: Picture, name: str) -> HttpResponse:
    """The picture as SVG in the shade and size that the address names."""
    file = "download" in request.GET
    look = Look(_one_of(Shade, request.GET.get("shade", "")), _one_of(Size, request.GET.get("size", "")))
    try:
        made = drawn(order(picture.drawing.value, picture.values, look, title=picture.title if file else ""))
    except NoPicture as problem:
        return HttpResponse(f"{problem}\n", status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(made, content_type="image/svg+xml")
    if file:
        response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    patch_cache_control(response, private=True, max_age=FRESH)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


def _one_of(kind: type[Wanted], text: str) -> Wanted:
    return next((member for member in kind if member.value == text), next(iter(kind)))
