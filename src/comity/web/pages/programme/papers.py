"""The deck and the report of the programme office as files. Public; money is told to the office alone."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.people.access import person
from comity.people.queries.roles import roles_of
from comity.programme.access import READS_ALL
from comity.programme.queries.deck.contents import deck_of, newest_overview
from comity.programme.queries.deck.file import MEDIA_TYPE, deck_file
from comity.programme.queries.report.contents import report_of
from comity.programme.queries.report.material import report_material
from comity.programme.rules.reporting import reported
from comity.stateofplay.queries.report.files import ReportForm, report_file


@login_not_required
@require_safe
def deck(_request: HttpRequest) -> HttpResponse:
    """The overview deck, made anew from this node's packs. Raises NotFound where they have no overview."""
    snapshot = node_snapshot()
    overview = newest_overview(snapshot)
    return _file(deck_file(deck_of(snapshot, overview)), MEDIA_TYPE, f"{overview.id}.pptx")


@login_not_required
@require_safe
def report(request: HttpRequest, form: str) -> HttpResponse:
    """The report of `period`, of each `project` named or of all. Raises Http404 for a form that there is not,
    NotFound for a project that is none."""
    if form not in set(ReportForm):
        raise Http404
    try:
        span = reported(request.GET.get("period", "")[:40])
        made = report_of(
            report_material(span, clock.today(), request.GET.getlist("project")[:50], money=_sees_money(request))
        )
        file = report_file(made, ReportForm(form))
    except ValueError as problem:  # a period that cannot be read, or a sign that no font has
        return HttpResponse(f"{problem}\n", content_type="text/plain; charset=utf-8", status=422)
    return _file(file.content, file.media_type, f"programme-report-{span.starts}-{span.ends}.{form}")


def _sees_money(request: HttpRequest) -> bool:
    roles = roles_of(person(request.user)) if request.user.is_authenticated else frozenset()
    return bool(roles.intersection(READS_ALL))


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
