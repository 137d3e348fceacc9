"""The State of Play report as a file, from the page's own day and countries. Public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.stateofplay.queries.report.contents import report_of
from comity.stateofplay.queries.report.files import ReportForm, report_file
from comity.stateofplay.queries.report.node import node_material
from comity.web.atlas.countries_asked import countries_asked
from comity.web.atlas.day_form import day_asked


@login_not_required
@require_safe
def report(request: HttpRequest, form: str) -> HttpResponse:
    """The report; with `short`, the decision maker's two pages. Raises Http404 for a form that there is not."""
    if form not in set(ReportForm):
        raise Http404
    short = bool(request.GET.get("short"))
    material = node_material(day_asked(request).day, countries=countries_asked(request), short=short)
    try:
        made = report_file(report_of(material), ReportForm(form))
    except ValueError as problem:  # a sign that no font has
        return HttpResponse(f"{problem}\n", content_type="text/plain; charset=utf-8", status=422)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response
