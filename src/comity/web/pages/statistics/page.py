"""The page of statistics: the question as a plain form, the key figures, then each finding with chart and table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.casework.actions.advance_tally import BATCH
from comity.casework.queries.statistics import first_month
from comity.casework.rules.statistics.figures import Figures, month_after
from comity.documents.adapters.pictures.look import Shade, Size
from comity.documents.adapters.pictures.studio import begin
from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.web.charts.frames import Source, frames
from comity.web.charts.gallery import CHARTS
from comity.web.pages.statistics import tables
from comity.web.pages.statistics.form import parameters
from comity.web.pages.statistics.reading import ask
from comity.web.planner.address import with_query
from comity.web.theme import Theme, theme_of


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the page. `sources` are the chart's pictures, the last for every screen; `words` are its text
    alternative."""

    name: str
    title: str
    words: str
    sources: tuple[Source, ...]
    download: str
    table: tables.Table


@dataclass(frozen=True, slots=True)
class Period:
    """A link to a usual period."""

    words: str
    address: str
    current: bool


@require_safe
def statistics_page(request: HttpRequest) -> HttpResponse:
    """The figures that the address asks for. Raises NotEntitled."""
    form, found = ask(request)
    content: dict[str, Any] = {"form": form}
    if found is not None:
        if not found.empty:
            begin()
        content |= _content(found, form.month, theme_of(request))
    return render(request, "web/statistics/page.html", content, status=200 if found else 422)


def _content(found: Figures, month: date, theme: Theme) -> dict[str, Any]:
    asked = found.asked
    return {
        "found": found,
        "long_behind": found.standing.behind > BATCH,
        "keys": tables.keys(found),
        "findings": [finding for name in CHARTS if (finding := _finding(name, found, theme)).table.rows],
        "follow": tables.follow(found),
        "follow_says": tables.follow_says(found),
        "tests": tables.tests(found),
        "tables": tables.smaller(found),
        "periods": _periods(found, month),
        "csv": with_query("statistics-csv", **parameters(asked)),
        "json": with_query("statistics-json", **parameters(asked)),
        "country": country_words(asked.country) if asked.country else "",
    }


def _finding(name: str, found: Figures, theme: Theme) -> Finding:
    chart = CHARTS[name]
    return Finding(
        name=name,
        title=chart.title(found),
        words=chart.words(found),
        sources=frames(partial(_address, name, found), theme),
        download=_address(name, found, Shade.LIGHT, Size.WIDE, download="yes"),
        table=_TABLES[name](found),
    )


def _address(name: str, found: Figures, shade: Shade, size: Size, **more: str) -> str:
    asked = urlencode({key: value for key, value in parameters(found.asked, **more).items() if value})
    return f"{reverse('statistics-chart', args=[name])}?{asked}&shade={shade.value}&size={size.value}"


def _periods(found: Figures, month: date) -> list[Period]:
    """Usual periods, the one that is shown marked."""
    asked, first = found.asked, first_month() or month
    usual = {
        say("Last 12 months"): (month_after(month, -11), month),
        say("This year ({year})", year=month.year): (month.replace(month=1), month),
        say("Last year ({year})", year=month.year - 1): (
            month.replace(year=month.year - 1, month=1),
            month_after(month.replace(month=1), -1),
        ),
        say("Everything"): (min(first, month), month),
    }
    return [
        Period(
            words,
            with_query("statistics", **(parameters(asked) | {"from": f"{since:%Y-%m}", "to": f"{until:%Y-%m}"})),
            (since, until) == (asked.since, asked.until),
        )
        for words, (since, until) in usual.items()
    ]


_TABLES: dict[str, Callable[[Figures], tables.Table]] = {
    "requests": tables.months,
    "times": lambda found: tables.durations(say("How long it took"), found.times, tables.EXACT),
    "outcomes": lambda found: tables.counts(say("How requests ended"), say("Outcome"), found.outcomes, found.asked),
    "countries": lambda found: tables.counts(say("Requests by country"), say("Country"), found.countries, found.asked),
    "missing": lambda found: tables.counts(
        say("What was missing"), say("Item"), found.missing, found.asked, tables.ONCE
    ),
}
