"""The projects, and one as a sheet: what it is for, what it has achieved, what remains. Public; changes nothing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.programme.queries.project_sheet import project_sheet
from comity.programme.queries.projects import project_heads
from comity.web.pages.programme.frame import project_frame


@login_not_required
@require_safe
def projects(request: HttpRequest) -> HttpResponse:
    """Every project, the youngest first."""
    heads = project_heads(clock.today())
    content = {
        "projects": heads,
        "overview": bool(node_snapshot().overviews),
        "period": str(max(head.ends for head in heads).year) if heads else "",
    }
    return render(request, "web/programme/projects.html", content)


@login_not_required
@require_safe
def project(request: HttpRequest, code: str) -> HttpResponse:
    """One project. Raises NotFound."""
    content = project_frame(request, code, "project") | {"sheet": project_sheet(code, clock.today())}
    return render(request, "web/programme/project.html", content)
