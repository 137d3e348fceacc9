"""The figures as files: CSV for a spreadsheet, JSON for a program. The same question as the page, the same numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from comity.casework.rules.statistics.export import as_json, csv_text
from comity.casework.rules.statistics.figures import Asked
from comity.web.pages.statistics.reading import ask, refused


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """One row a number. Raises NotEntitled."""
    form, found = ask(request)
    if found is None:
        return refused(form)
    return _named(HttpResponse(csv_text(found), content_type="text/csv; charset=utf-8"), found.asked, "csv")


@require_safe
def as_json_file(request: HttpRequest) -> HttpResponse:
    """The question, how far the ledger was counted, and the numbers. Raises NotEntitled."""
    form, found = ask(request)
    if found is None:
        return refused(form)
    response = JsonResponse(as_json(found), json_dumps_params={"indent": 1, "ensure_ascii": False})
    return _named(response, found.asked, "json")


def _named(response: HttpResponse, asked: Asked, kind: str) -> HttpResponse:
    parts = [
        f"{asked.since:%Y-%m}",
        f"{asked.until:%Y-%m}",
        asked.country,
        asked.direction.value if asked.direction else "",
    ]
    name = "-".join(["statistics", *(part for part in parts if part)])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response
