"""A project's results framework as a tree, its theory of change as a picture, and one indicator. Public; changes
nothing."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.look import Size
from comity.documents.adapters.pictures.studio import begin
from comity.kernel import clock
from comity.kernel.sayable import said
from comity.people.access import person
from comity.programme.queries.framework import Framework, framework
from comity.programme.queries.framework_line import FrameworkLine, IndicatorLine
from comity.programme.queries.indicator_sheet import indicator_sheet
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.projects import project_head
from comity.programme.rules.pictures.indicator_course import indicator_course
from comity.programme.rules.pictures.theory import TheoryLine, theory
from comity.programme.rules.progress import FORMULA
from comity.stateofplay.rules.pictures.picture import Picture
from comity.web.atlas.day_form import query
from comity.web.charts.frames import PHONE, Source, frames
from comity.web.in_english import in_english
from comity.web.pages.programme.frame import project_frame
from comity.web.pages.stateofplay.pictures import framed, picture_response
from comity.web.theme import theme_of


@login_not_required
@require_safe
def results(request: HttpRequest, code: str) -> HttpResponse:
    """The framework. Raises NotFound."""
    content = project_frame(request, code, "results")
    found = framework(content["project"], clock.today())
    picture = _theory(found)
    begin()
    content |= {
        "framework": found,
        "small": {line.id: _small(code, line) for line in found.indicators},
        "shades": _shades(request),
        "chart": framed(request, picture, reverse("results-theory-picture", args=[code]), {}),
        "formula": said(FORMULA),
        "measures": tuple(MEASURES.values()),
    }
    return render(request, "web/programme/results.html", content)


@login_not_required
@require_safe
@in_english
def theory_picture(request: HttpRequest, code: str) -> HttpResponse:
    """The theory of change. Raises NotFound."""
    found = framework(project_head(code, clock.today()), clock.today())
    return picture_response(request, _theory(found), f"{code}-theory-of-change")


@login_not_required
@require_safe
def indicator(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One indicator: its figures, its periods, its history. Raises NotFound."""
    content = project_frame(request, code, "results")
    sheet = indicator_sheet(code, number, clock.today())
    picture = _course(sheet.line)
    begin()
    content |= {
        "sheet": sheet,
        "line": sheet.line,
        "chart": framed(request, picture, reverse("indicator-picture", args=[code, number]), {}),
        "formula": said(FORMULA),
        "zone": person(request.user).zone if request.user.is_authenticated else None,
    }
    return render(request, "web/programme/indicator.html", content)


@login_not_required
@require_safe
@in_english
def indicator_picture(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The indicator over its periods. Raises NotFound."""
    line = indicator_sheet(code, number, clock.today(), history=False).line
    return picture_response(request, _course(line), f"{code}-indicator-{number}")


def _course(line: IndicatorLine) -> Picture:
    spans = [(period.when, period.span) for period in line.periods]
    return indicator_course(line.says, line.unit, line.baseline, line.progress, spans)


def _small(code: str, line: IndicatorLine) -> dict[str, Any] | None:
    """The indicator's chart as small as a phone's, wherever it is read; None where nothing can be drawn."""
    picture = _course(line)
    return (
        None if picture.empty else {"picture": picture, "address": reverse("indicator-picture", args=[code, line.id])}
    )


def _shades(request: HttpRequest) -> tuple[Source, ...]:
    """What follows the address of a small chart, by theme; one size for all screens."""
    found = frames(lambda shade, _: query({"shade": shade, "size": Size.NARROW}), theme_of(request))
    return tuple(source for source in found if PHONE not in source.media)


def _theory(found: Framework) -> Picture:
    return theory(found.objective, [_line(result) for result in found.results])


def _line(line: FrameworkLine) -> TheoryLine:
    return TheoryLine(
        number=line.number,
        says=line.says,
        activities=tuple(activity.title for activity in line.activities),
        outputs=tuple(_line(output) for output in line.outputs),
        more=line.more,
    )
