"""A project's budget on one sheet: figures, warnings, burn-down, forecast, lines. For the office's own people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.studio import begin
from comity.people.access import person
from comity.programme.access import expect_reader
from comity.programme.queries.budget_sheet import BudgetSheet, budget_sheet
from comity.programme.rules.budget.forecast import Method
from comity.programme.rules.pictures.burn_down import burn_down_picture
from comity.stateofplay.rules.pictures.picture import Picture
from comity.web.atlas.day_form import DayAsked, day_asked, query
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.stateofplay.pictures import framed


@require_safe
def budget(request: HttpRequest, code: str) -> HttpResponse:
    """As of the address's `at`, with the forecast that `forecast` names. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    asked, method = day_asked(request), method_asked(request)
    sheet = budget_sheet(code, asked.day, method)
    picture = picture_of(sheet)
    carried = carried_by(asked, method)
    if not picture.empty:
        begin()
    content = project_frame(request, code, "budget") | {
        "asked": asked,
        "method": method,
        "methods": list(Method),
        "sheet": sheet,
        "charts": [] if picture.empty else [framed(request, picture, reverse("budget-chart", args=[code]), carried)],
        "carried": query(carried),
    }
    return render(request, "web/programme/budget.html", content)


def method_asked(request: HttpRequest) -> Method:
    """The forecast that the address names; by open commitments where it names none that there is."""
    text = request.GET.get("forecast", "")
    return Method(text) if text in set(Method) else Method.OPEN


def carried_by(asked: DayAsked, method: Method) -> dict[str, str]:
    """What links to the chart and the files take along."""
    return {
        "at": "" if asked.is_today else asked.day.isoformat(),
        "forecast": "" if method is Method.OPEN else method.value,
    }


def picture_of(sheet: BudgetSheet) -> Picture:
    """The burn-down; empty where the budget is not known."""
    budgeted = sheet.whole.budgeted.known
    return burn_down_picture(sheet.course, sheet.currency, budgeted, sheet.expected, sheet.day, sheet.ends)
