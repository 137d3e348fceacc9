"""The State of Play overview as of a day, what has changed since another, and the same as files. Public."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.studio import begin
from comity.kernel import clock
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.stateofplay.queries.matrix_file import MatrixForm, matrix_file
from comity.stateofplay.queries.node_matrix import node_matrix
from comity.stateofplay.queries.node_pictures import node_powers_on
from comity.stateofplay.queries.recorded_days import recorded_days
from comity.stateofplay.queries.report.files import ReportForm
from comity.stateofplay.rules.matrix import changes
from comity.stateofplay.rules.pictures.overview import overview as overview_picture
from comity.stateofplay.rules.pictures.powers import tiles
from comity.stateofplay.rules.powers import turns
from comity.web.atlas.countries_asked import countries_asked
from comity.web.atlas.day_form import day_asked, query
from comity.web.pages.stateofplay.pictures import shown

FIRST = date(2017, 6, 16)
"""The overview that the deck shows: what later days are compared with unless the reader says otherwise."""
WIDE = 8
"""As many countries as stand side by side on a screen; more are listed below each other."""


@login_not_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The matrix as of the address's `at`, compared with `since`."""
    asked, problem, since = day_asked(request), "", FIRST
    try:
        since = date.fromisoformat(request.GET.get("since", "").strip() or FIRST.isoformat())
    except ValueError:
        problem = say(
            "The day to compare with cannot be read. Write it as 2017-06-16. The page compares with that day."
        )
    codes = countries_asked(request)
    begin()
    matrix = node_matrix(asked.day, countries=codes)
    carried = {"at": asked.day.isoformat(), "countries": ",".join(codes or ())}
    changed = changes(node_matrix(since, countries=codes), matrix) if since != asked.day else ()
    earlier, powers = node_powers_on((since, asked.day), codes)
    by_cell = {(change.country, change.topic): change for change in changed}
    rows = [(row.topic, [(cell, by_cell.get((cell.country, cell.topic))) for cell in row.cells]) for row in matrix.rows]
    content = {
        "asked": asked,
        "problem": problem,
        "since": since,
        "matrix": matrix,
        "wide": len(matrix.countries) <= WIDE,
        "rows": rows,
        "columns": list(zip(matrix.countries, *(cells for _, cells in rows), strict=True)),
        "changes": changed,
        "turns": turns(earlier, powers) if since != asked.day else (),
        "days": [
            (day, query({"at": day.isoformat(), "since": since.isoformat(), "countries": carried["countries"]}))
            for day in recorded_days(clock.today(), countries=codes)
        ],
        "charts": shown(request, (overview_picture(matrix), tiles(powers)), carried),
        "files": [
            (said(form.label), reverse("state-of-play-file", args=[form.value]) + query(carried)) for form in MatrixForm
        ],
        "reports": _reports(carried),
        "carried": ",".join(codes or ()),
    }
    return render(request, "web/stateofplay/overview.html", content)


@login_not_required
@require_safe
def overview_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file. Raises Http404 for a form that there is not."""
    if form not in set(MatrixForm):
        raise Http404
    matrix = node_matrix(day_asked(request).day, countries=countries_asked(request))
    try:
        made = matrix_file(matrix, MatrixForm(form))
    except ValueError as problem:  # a sign that no font has
        return HttpResponse(f"{problem}\n", content_type="text/plain; charset=utf-8", status=422)
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


def _reports(carried: dict[str, str]) -> list[tuple[str, str]]:
    """The report in each form, long and short, with its address."""
    return [
        (label, reverse("state-of-play-report", args=[form.value]) + query(carried | kind))
        for kind in ({}, {"short": "yes"})
        for form in ReportForm
        for label in (_report(form.value.upper(), short=bool(kind)),)
    ]


def _report(form: str, *, short: bool) -> str:
    return say("Two pages for decision makers ({form})", form=form) if short else say("Report ({form})", form=form)
