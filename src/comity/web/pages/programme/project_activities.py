"""The activities of a project as a chart over time and as a list. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.programme.queries.activity_conflicts import conflicts_of
from comity.programme.queries.activity_gantt import activity_gantt, project_activities, shown_time
from comity.programme.queries.projects import project_head
from comity.programme.rules.activity_filter import activity_filter
from comity.web.in_english import in_english
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.stateofplay.pictures import framed, picture_response


@login_not_required
@require_safe
def activities(request: HttpRequest, code: str) -> HttpResponse:
    """Of all years, or of `?year=2017`; of many activities, a year at a time. Raises NotFound."""
    today = clock.today()
    frame = project_frame(request, code, "project-activities")
    time = shown_time(code, today, _year(request))
    year, lines = time.year, project_activities(code, today, time.year)
    found = conflicts_of(lines)
    picture = activity_gantt(lines, today)
    address = reverse("project-activities-chart", args=[code])
    content = frame | {
        "rows": [(line, found.get((line.project, line.code), ())) for line in lines],
        "year": year,
        "years": time.years,
        "whole": time.whole,
        "chart": None if picture.empty else framed(request, picture, address, {"year": str(year)} if year else {}),
    }
    return render(request, "web/programme/project_activities.html", content)


@login_not_required
@require_safe
@in_english
def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The chart of the page. Raises NotFound."""
    today = clock.today()
    project_head(code, today)
    year = shown_time(code, today, _year(request)).year
    picture = activity_gantt(project_activities(code, today, year), today)
    return picture_response(request, picture, f"activities-{code}")


def _year(request: HttpRequest) -> int | None:
    return activity_filter({"year": request.GET.get("year", "")}).year
