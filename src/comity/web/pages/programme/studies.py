"""Papers of projects: one project's, those on the resource tool, and their files. Changes nothing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.programme.access import READS_ALL
from comity.programme.queries.studies import published_studies, studies_of, study_file
from comity.web.components.paging import page_of
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.programme.team_forms import PlanForm


@login_not_required
@require_safe
def of_project(request: HttpRequest, code: str) -> HttpResponse:
    """What is published for everybody; what is still written, for the office. Raises NotFound."""
    content = project_frame(request, code, "project-papers")
    papers = studies_of(code, clock.today(), published_only=not content["inside"])
    return render(request, "web/programme/papers.html", content | {"papers": papers, "form": PlanForm()})


@login_not_required
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """The resource tool's papers, the newest first."""
    return render(request, "web/programme/published.html", {"page": page_of(request, published_studies(clock.today()))})


@login_not_required
@require_safe
def file(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """A version as a download, never shown within the page. Raises NotFound."""
    roles = roles_of(person(request.user)) if request.user.is_authenticated else frozenset()
    found = study_file(number, version, inside=bool(roles.intersection(READS_ALL)))
    return HttpResponse(
        found.content,
        content_type=found.media_type,
        headers={"Content-Disposition": _attached(found.name), "X-Content-Type-Options": "nosniff"},
    )


def _attached(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
