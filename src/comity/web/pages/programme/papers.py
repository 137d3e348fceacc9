"""The deck and the report of the programme office as files. Public; money is told to the office alone."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.kernel.sayable import said
from comity.programme.queries.deck.contents import deck_of, newest_overview
from comity.programme.queries.deck.file import MEDIA_TYPE, deck_file
from comity.programme.queries.report.contents import report_of
from comity.programme.queries.report.material import projects_reported, report_material
from comity.programme.rules.report_run import AT_ONCE
from comity.programme.rules.reporting import reported
from comity.stateofplay.queries.report.files import ReportForm, report_file
from comity.web.pages.programme.download import download
from comity.web.pages.programme.frame import sees_inside


@login_not_required
@require_safe
def deck(_request: HttpRequest) -> HttpResponse:
    """The overview deck, made anew from this node's packs. Raises NotFound where they have no overview."""
    snapshot = node_snapshot()
    overview = newest_overview(snapshot)
    return download(deck_file(deck_of(snapshot, overview)), MEDIA_TYPE, f"{overview.id}.pptx")


@login_not_required
@require_safe
def report(request: HttpRequest, form: str) -> HttpResponse:
    """The report of `period`, of each `project` named or of all; of very many, an offer to make it meanwhile. Raises
    Http404 for a form that there is not, NotFound for a project that is none."""
    if form not in set(ReportForm):
        raise Http404
    asked, codes = request.GET.get("period", "")[:40], request.GET.getlist("project")[:50]
    try:
        span = reported(asked)
        many = len(projects_reported(span, codes))
        if many > AT_ONCE:
            content = {"many": many, "period": span, "asked": asked, "codes": codes, "form": ReportForm(form)}
            return render(request, "web/programme/report_large.html", content)
        made = report_of(report_material(span, clock.today(), codes, money=sees_inside(request)))
        file = report_file(made, ReportForm(form))
    except ValueError as problem:  # a period that cannot be read, or a sign that no font has
        content = {"problem": said(str(problem)), "period": asked, "codes": codes}
        return render(request, "web/programme/report_large.html", content, status=422)
    return download(file.content, file.media_type, f"programme-report-{span.starts}-{span.ends}.{form}")
