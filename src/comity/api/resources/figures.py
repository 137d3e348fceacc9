"""The figures of the 24/7 network's yearly questions, as the page shows them. Numbers only, never a case."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.api.answers import answers
from comity.api.bearer import STATISTICS, caller
from comity.api.problem import refusal
from comity.api.values import Country
from comity.casework.queries.statistics import last_year, statistics, this_month
from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.export import as_json
from comity.casework.rules.statistics.figures import Asked

router = Router(tags=["Statistics"])

_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"


class Months(Schema):
    """Months, both included; the twelve up to this one if neither is given."""

    since: str | None = Field(None, pattern=_MONTH, examples=["2026-01"])
    until: str | None = Field(None, pattern=_MONTH, examples=["2026-12"])
    country: Country | None = Field(None, description="The other side's country; all if not given.")
    direction: Direction | None = None


@router.get("/statistics", auth=STATISTICS, response=answers(dict[str, Any]), summary="Figures of a period")
def figures(request: HttpRequest, months: Annotated[Months, Query(...)]) -> dict[str, Any]:
    """How far the ledger was counted stands beside the figures: the worker counts what was recorded since."""
    until = _month("until", months.until) or this_month()
    since = _month("since", months.since) or last_year(until).since
    if until < since:
        raise refusal("since", f"The first month, {since:%Y-%m}, comes after the last, {until:%Y-%m}. Exchange them.")
    asked = Asked(since, until, months.country or "", months.direction)
    return as_json(statistics(asked, by=caller(request)))


def _month(field: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise refusal(field, f"“{text}” is not a month. Write year and month: 2026-03.") from None
