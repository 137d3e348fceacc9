"""The matrix: the best way from every country to every other, on one day. Public; also as CSV and JSON."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.routes.queries.finding import finding
from comity.routes.queries.matrix import MatrixView, matrix_view
from comity.web.components.choices import country_choices, known_countries
from comity.web.components.moments import day_in_words
from comity.web.planner.address import with_query
from comity.web.planner.grid import IN_WORDS, grid, legend
from comity.web.planner.matrix_form import MatrixForm

NOTABLE = (date(2017, 6, 16), date(2023, 1, 1))
"""Days worth comparing: the State of Play of June 2017, and after the reforms that followed. Today is always one."""

FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True)
class DayLink:
    words: str
    address: str
    current: bool


@login_not_required
@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """The form, and the matrix for what it asks."""
    snapshot = node_snapshot()
    form = MatrixForm(snapshot, request.GET)
    kind = request.GET.get("format")
    if not form.is_valid():
        if kind in FORMATS:
            return JsonResponse({"problems": {name: list(said) for name, said in form.errors.items()}}, status=422)
        return render(request, "web/matrix/page.html", {"form": form, **_choice(snapshot, _readable(request))})
    read = form.cleaned_data
    countries = read["countries"]
    view = _matrix(snapshot, countries, read["measure"], read["at"], read["data"], read["urgent"])
    if kind in FORMATS:
        return _file(view, kind)
    return render(request, "web/matrix/page.html", {"form": form, **_content(snapshot, view, read)})


@lru_cache(maxsize=16)
def _matrix(
    snapshot: Snapshot,
    countries: tuple[CountryCode, ...],
    measure: Measure,
    day: date,
    data: DataType | None,
    urgent: bool,
) -> MatrixView:
    """The matrices asked for last are kept: one of eighty countries takes seconds."""
    return matrix_view(snapshot, countries, measure, day, data=data, urgent=urgent)


def _content(snapshot: Snapshot, view: MatrixView, read: dict[str, Any]) -> dict[str, Any]:
    found = finding(view, read["data"], clock.today())
    kept = {"measure": read["measure"], "data": read["data"], "urgent": "on" if read["urgent"] else ""}
    codes = tuple(str(code) for code in read["countries"])
    if codes != known_countries(snapshot)[0]:
        kept["countries"] = ",".join(codes)
    day = read["at"].isoformat()
    return {
        "view": view,
        "finding": found,
        "rows": grid(view, read["data"], urgent=read["urgent"]),
        "in_words": len(codes) <= IN_WORDS,
        "legend": legend(),
        "days": _days(view.day, kept),
        "csv": with_query("matrix", **kept, at=day, format="csv"),
        "json": with_query("matrix", **kept, at=day, format="json"),
        **_choice(snapshot, codes),
    }


def _days(chosen: date, kept: dict[str, Any]) -> list[DayLink]:
    """Links to the notable days, the chosen one among them in its place."""
    today = clock.today()
    days = sorted({*NOTABLE, chosen, today})
    return [
        DayLink(
            say("today") if day == today else day_in_words(day),
            with_query("matrix", **kept, at=day.isoformat()),
            day == chosen,
        )
        for day in days
    ]


def _choice(snapshot: Snapshot, chosen: tuple[str, ...]) -> dict[str, Any]:
    """The countries one can choose, those in the matrix ticked."""
    return {"country_choices": country_choices(snapshot), "chosen": chosen}


def _readable(request: HttpRequest) -> tuple[str, ...]:
    return tuple(text.strip().upper() for item in request.GET.getlist("countries") for text in item.split(","))


def _file(view: MatrixView, kind: str) -> HttpResponse:
    """The matrix for other programs, named after its question."""
    name = f"matrix-{view.measure}-{view.day.isoformat()}.{kind}"
    if kind == "json":
        response: HttpResponse = JsonResponse(view.as_json(), json_dumps_params={"indent": 1, "ensure_ascii": False})
    else:
        response = HttpResponse(_as_csv(view), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _as_csv(view: MatrixView) -> str:
    names = dict(view.countries)
    text = StringIO()
    table = csv.writer(text)
    table.writerow(["at", "measure", "from", "from_name", "to", "to_name", "status", "best", "channel", "routes"])
    for row in view.rows:
        for cell in row:
            table.writerow(
                [
                    view.day.isoformat(),
                    view.measure,
                    cell.requester,
                    names[cell.requester],
                    cell.requested,
                    names[cell.requested],
                    cell.status,
                    cell.best,
                    cell.channel,
                    cell.routes,
                ]
            )
    return text.getvalue()
