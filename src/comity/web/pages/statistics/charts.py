"""A chart as a picture of its own, so that the page need not wait for it."""

from __future__ import annotations

from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.look import Look, Shade, Size
from comity.documents.adapters.pictures.studio import NoPicture, drawn, order
from comity.web.charts.gallery import CHARTS
from comity.web.pages.statistics.reading import ask, refused

Wanted = TypeVar("Wanted", Shade, Size)
FRESH = 60
"""Seconds for which a browser need not ask again."""


@require_safe
def chart(request: HttpRequest, name: str) -> HttpResponse:
    """The chart `name` for the question of the page, in `shade` and `size`; with `download`, as a file that carries its
    title. Raises NotEntitled."""
    if name not in CHARTS:
        raise Http404
    form, found = ask(request)
    if found is None:
        return refused(form)
    file = "download" in request.GET
    wanted = CHARTS[name]
    look = Look(_one_of(Shade, request.GET.get("shade", "")), _one_of(Size, request.GET.get("size", "")))
    try:
        picture = drawn(order(wanted.drawn_by, wanted.values(found), look, title=wanted.title(found) if file else ""))
    except NoPicture as problem:
        return HttpResponse(f"{problem}\n", status=503, content_type="text/plain; charset=utf-8")
    response = HttpResponse(picture, content_type="image/svg+xml")
    if file:
        response["Content-Disposition"] = f'attachment; filename="statistics-{name}.svg"'
    patch_cache_control(response, private=True, max_age=FRESH)
    return response


def _one_of(kind: type[Wanted], text: str) -> Wanted:
    return next((member for member in kind if member.value == text), next(iter(kind)))
