"""One budget line: its commitments with their payments, those reversed among them. For the office's own people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.people.access import person
from comity.programme.access import expect_reader
from comity.programme.queries.budget_line import line_sheet
from comity.web.atlas.day_form import day_asked
from comity.web.pages.programme.frame import project_frame


@require_safe
def line(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """As of the address's `at`. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    asked = day_asked(request)
    content = project_frame(request, code, "budget") | {"asked": asked, "line": line_sheet(code, number, asked.day)}
    return render(request, "web/programme/budget_line.html", content)
