"""The projects, and one as a sheet: what it is for, what it has achieved, what remains. Public; changes nothing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.people.access import person
from comity.programme.queries.next_phase import next_phase
from comity.programme.queries.project_sheet import project_sheet
from comity.programme.queries.projects import last_year, project_list
from comity.programme.queries.report_runs import report_runs_of
from comity.web.components.paging import page_of
from comity.web.pages.programme.frame import project_frame


@login_not_required
@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """Every project, the youngest first, 25 a page."""
    today, snapshot = clock.today(), node_snapshot()
    content = {
        "page": page_of(request, project_list(today)),
        "overview": bool(snapshot.overviews),
        "phases": next_phase(snapshot, today),
        "period": str(last_year(today) or ""),
        "reports": report_runs_of(person(request.user)) if request.user.is_authenticated else (),
    }
    return render(request, "web/programme/projects.html", content)


@login_not_required
@require_safe
def project(request: HttpRequest, code: str) -> HttpResponse:
    """One project, with 25 activities a page. Raises NotFound."""
    today = clock.today()
    content = project_frame(request, code, "project")
    sheet = project_sheet(content["project"], today)
    content |= {
        "sheet": sheet,
        "page": page_of(request, sheet.activities),
        "period": str(min(content["project"].ends.year, today.year)),
    }
    return render(request, "web/programme/project.html", content)
