"""Taking the list of requests along, as a table or for a program: streamed, row by row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from comity.casework.queries.request_export import COLUMNS, exported
from comity.casework.rules.lists.request_filter import request_filter
from comity.kernel import clock
from comity.kernel.spreadsheet import guarded
from comity.people.access import person

_BOM = "\ufeff"
"""So that spreadsheets read UTF-8 as such."""


@require_safe
def export(request: HttpRequest, form: str) -> StreamingHttpResponse:
    """The filtered list as `csv` or `json`. Raises Http404 for another form."""
    wanted = request_filter({name: str(value) for name, value in request.GET.items()})
    return streamed(form, exported(person(request.user), wanted))


def streamed(form: str, rows: Iterable[dict[str, Any]]) -> StreamingHttpResponse:
    """`rows` as a file to keep. Raises Http404 where `form` is neither `csv` nor `json`."""
    if form not in _FORMS:
        raise Http404
    write, kind = _FORMS[form]
    response = StreamingHttpResponse(write(rows), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="requests-{clock.today():%Y-%m-%d}.{form}"'
    return response


def _csv(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield _BOM + writer.writerow(COLUMNS)
    for row in rows:
        yield writer.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: Any) -> str:
    """As text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return guarded(text)


def _json(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield "[\n"
    before = ""
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n"


class _Echo:
    """Gives back what a writer writes, instead of keeping it."""

    def write(self, text: str) -> str:
        return text


_FORMS = {"csv": (_csv, "text/csv; charset=utf-8"), "json": (_json, "application/json")}
