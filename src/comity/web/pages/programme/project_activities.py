"""The activities of a project as a chart over time and as a list. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.programme.queries.activity_conflicts import conflicts_of
from comity.programme.queries.activity_gantt import activity_gantt, project_activities
from comity.programme.queries.projects import project_head
from comity.programme.rules.activity_filter import activity_filter
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.stateofplay.pictures import framed, picture_response


@login_not_required
@require_safe
def activities(request: HttpRequest, code: str) -> HttpResponse:
    """Of all years, or of `?year=2017`. Raises NotFound."""
    today, year = clock.today(), _year(request)
    frame = project_frame(request, code, "project-activities")
    every = project_activities(code, today)
    lines = project_activities(code, today, year) if year else every
    found = conflicts_of(lines)
    picture = activity_gantt(lines, today)
    address = reverse("project-activities-chart", args=[code])
    content = frame | {
        "rows": [(line, found.get((line.project, line.code), ())) for line in lines],
        "year": year,
        "years": sorted({year for line in every for year in range(line.starts.year, line.ends.year + 1)}),
        "chart": None if picture.empty else framed(request, picture, address, {"year": str(year)} if year else {}),
    }
    return render(request, "web/programme/project_activities.html", content)


@login_not_required
@require_safe
def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The chart of the page. Raises NotFound."""
    today = clock.today()
    project_head(code, today)
    picture = activity_gantt(project_activities(code, today, _year(request)), today)
    return picture_response(request, picture, f"activities-{code}")


def _year(request: HttpRequest) -> int | None:
    return activity_filter({"year": request.GET.get("year", "")}).year
