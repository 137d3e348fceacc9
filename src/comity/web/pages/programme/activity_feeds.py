"""Activities for programs that show calendars. Public: an address holds no secret."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from comity.programme.queries.activity_calendar import activity_calendar, calendar_mark
from comity.programme.rules.activity_filter import country_asked

FRESH = 900
"""Seconds for which a calendar need not ask again."""


def _mark(request: HttpRequest, code: str = "") -> str:
    """So that a program that has the calendar already is told so."""
    said = calendar_mark(project=code, country=country_asked(request.GET.get("country", "")))
    return f'"{said}"'


@login_not_required
@require_safe
@condition(etag_func=_mark)
def all_activities(request: HttpRequest) -> HttpResponse:
    """Of all projects; with `?country=GE`, what that country hosts or takes part in."""
    return _feed(request, "")


@login_not_required
@require_safe
@condition(etag_func=_mark)
def of_project(request: HttpRequest, code: str) -> HttpResponse:
    """What a project leads or shares. Raises NotFound."""
    return _feed(request, code)


def _feed(request: HttpRequest, project: str) -> HttpResponse:
    asked = request.GET.get("country", "")
    country = country_asked(asked)
    if asked and not country:
        sentence = "“country” names no country. Use its two letters, for example GE for Georgia.\n"
        return HttpResponse(sentence, status=400, content_type="text/plain; charset=utf-8")
    text = activity_calendar(
        project=project,
        country=country,
        address=lambda *codes: request.build_absolute_uri(reverse("activity", args=codes)),
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    name = "-".join(filter(None, ("activities", project, country.lower())))
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    patch_cache_control(response, public=True, max_age=FRESH)
    return response
