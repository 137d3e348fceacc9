"""Files of imports: templates to fill in, and what is wrong with an upload as a table. Changes nothing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.kernel import clock
from comity.people.access import person
from comity.programme.access import expect_reader
from comity.programme.actions.importing.importable import importable
from comity.programme.adapters.sheets.template import table_csv, template_csv, template_xlsx
from comity.programme.queries.imports import import_view
from comity.programme.queries.projects import project_head

_CSV = "text/csv; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def template(request: HttpRequest, code: str, what: str, form: str) -> HttpResponse:
    """Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    project_head(code, clock.today())
    declaration = importable(what).declaration
    if form not in {"csv", "xlsx"}:
        raise Http404
    content = template_csv(declaration) if form == "csv" else template_xlsx(declaration)
    return _file(content, f"{what}.{form}", _CSV if form == "csv" else _XLSX)


@require_safe
def problems(request: HttpRequest, code: str, what: str, number: int) -> HttpResponse:
    """By cell, to mend the file beside it. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    found = import_view(code, what, number).problems
    rows = [("cell", "column", "problem"), *((each.cell, each.column, each.sentence) for each in found)]
    return _file(table_csv(rows), f"{what}-problems.csv", _CSV)


def _file(content: bytes, name: str, media_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=media_type, headers=headers)
