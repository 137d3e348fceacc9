"""Papers of projects: one project's, those on the resource tool, and their files. Changes nothing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.programme.queries.studies import published_studies, studies_of, study_file
from comity.web.components.paging import page_of
from comity.web.pages.programme.download import download
from comity.web.pages.programme.frame import project_frame, sees_inside
from comity.web.pages.programme.study import paper_form


@login_not_required
@require_safe
def of_project(request: HttpRequest, code: str) -> HttpResponse:
    """What is published for everybody; what is still written, for the office. Raises NotFound."""
    content = project_frame(request, code, "project-papers")
    papers = studies_of(code, clock.today(), published_only=not content["inside"])
    form = paper_form(content) if content["may_change"] else None
    return render(request, "web/programme/papers.html", content | {"papers": papers, "form": form})


@login_not_required
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """The resource tool's papers, the newest first."""
    return render(request, "web/programme/published.html", {"page": page_of(request, published_studies(clock.today()))})


@login_not_required
@require_safe
def file(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """A version as a download, never shown within the page. Raises NotFound."""
    found = study_file(number, version, inside=sees_inside(request))
    return download(found.content, found.media_type, found.name)
