"""A budget to take along: the burn-down as a picture, lines and transactions as CSV that no spreadsheet executes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.people.access import person
from comity.programme.access import expect_reader
from comity.programme.queries.budget import transactions
from comity.programme.queries.budget_sheet import budget_sheet
from comity.programme.queries.projects import project_head
from comity.stateofplay.rules.tabular import csv_of
from comity.web.atlas.day_form import day_asked
from comity.web.in_english import in_english
from comity.web.pages.programme.budget import method_asked, picture_of
from comity.web.pages.stateofplay.pictures import picture_response

NOT_KNOWN = "not known"


@require_safe
@in_english
def chart(request: HttpRequest, code: str) -> HttpResponse:
    """The burn-down of the page. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    sheet = budget_sheet(code, day_asked(request).day, method_asked(request))
    return picture_response(request, picture_of(sheet), f"{code}-burn-down")


@require_safe
def lines(request: HttpRequest, code: str) -> HttpResponse:
    """Every line with its figures. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    day = day_asked(request).day
    sheet = budget_sheet(code, day)
    head = ("Result", "Line", "Activity", "Amount", "Currency")
    figures = tuple(f"{name} ({sheet.currency})" for name in ("Budgeted", "Committed", "Paid", "Still open", "Left"))
    rows = [
        (
            group.number,
            line.heading,
            line.activity,
            line.amount,
            line.currency,
            *(
                _known(each.value)
                for each in (
                    line.figures.budgeted,
                    line.figures.committed,
                    line.figures.paid,
                    line.figures.open,
                    line.figures.left,
                )
            ),
            line.source,
        )
        for group in sheet.groups
        for line in group.lines
    ]
    return _csv((*head, *figures, "Source"), rows, f"{code}-budget-{day.isoformat()}.csv")


@require_safe
def entries(request: HttpRequest, code: str) -> HttpResponse:
    """Every commitment and payment that counts. Raises NotEntitled, NotFound."""
    expect_reader(person(request.user))
    day = day_asked(request).day
    currency = project_head(code, day).currency
    head = (
        "What",
        "Day",
        "Reference",
        "Amount",
        "Currency",
        f"Worth ({currency})",
        "Rate",
        "Purpose",
        "Line",
        "Result",
    )
    rows = [
        (
            each.kind.value,
            each.day.isoformat(),
            each.reference,
            each.amount,
            each.currency,
            _known(each.worth),
            each.rate,
            each.says,
            each.heading,
            each.result,
        )
        for each in transactions(day, code)
    ]
    return _csv(head, rows, f"{code}-transactions-{day.isoformat()}.csv")


def _known(amount: Decimal | None) -> object:
    return NOT_KNOWN if amount is None else amount


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    content = b"\xef\xbb\xbf" + csv_of(head, rows).encode()
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
