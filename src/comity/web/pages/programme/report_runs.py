"""Reports of many projects: asked for, watched while they are made, fetched. Public, but for money."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from comity.kernel.sayable import said
from comity.people.access import person
from comity.programme.actions.reporting.ask_for_report import ask_for_report
from comity.programme.queries.report_runs import report_run_file, report_run_view
from comity.programme.rules.reporting import reported
from comity.stateofplay.queries.report.files import MEDIA_TYPES, ReportForm
from comity.upkeep.rules.refusal import TooMany
from comity.web.pages.programme.download import download
from comity.web.pages.programme.frame import sees_inside


@login_not_required
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Have it made, and look on. Raises Http404 for a form or a period that there is not, NotFound for a project."""
    form, codes = request.POST.get("form", ""), request.POST.getlist("project")[:50]
    try:
        period = reported(request.POST.get("period", "")[:40])
    except ValueError:
        raise Http404 from None
    if form not in set(ReportForm):
        raise Http404
    try:
        by = person(request.user) if request.user.is_authenticated else None
        key = ask_for_report(period, form, codes, money=sees_inside(request), by=by)
    except TooMany as refusal:
        return render(
            request,
            "web/programme/report_large.html",
            {"problem": said(str(refusal)), "period": request.POST.get("period", "")[:40], "codes": codes},
            status=429,
        )
    return redirect("report-run", key)


@login_not_required
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """How far it is, and the file once it is ready. Raises NotFound."""
    return render(request, "web/programme/report_run.html", {"run": report_run_view(key, money=sees_inside(request))})


@login_not_required
@require_safe
def state(request: HttpRequest, key: str) -> HttpResponse:
    """The part of the page that changes, for the page to ask again. Raises NotFound."""
    return render(request, "web/programme/report_state.html", {"run": report_run_view(key, money=sees_inside(request))})


@login_not_required
@require_safe
def file(request: HttpRequest, key: str) -> HttpResponse:
    """Raises NotFound, where it is not ready too."""
    run, content = report_run_file(key, money=sees_inside(request))
    name = f"programme-report-{run.period.starts}-{run.period.ends}.{run.form}"
    return download(content, MEDIA_TYPES[run.form], name)
