"""The strategic priorities: a heat map of scores by country, a profile of each country, and both as files. Public."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.documents.adapters.pictures.studio import begin
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.stateofplay.queries.node_priorities import described, node_courses, node_priorities
from comity.stateofplay.queries.priorities import Course, Priorities, PriorityView
from comity.stateofplay.queries.priorities_file import PrioritiesForm, priorities_file
from comity.stateofplay.rules.pictures.course import course
from comity.stateofplay.rules.pictures.picture import capital
from comity.stateofplay.rules.priorities import FORMULA, Score
from comity.web.atlas.countries_asked import countries_asked
from comity.web.atlas.day_form import day_asked, query
from comity.web.components.heat import Column, Heat, HeatCell, HeatRow, cell
from comity.web.components.paging import page_of
from comity.web.pages.stateofplay.pictures import framed

MOST_YEARS = 8


@login_not_required
@require_safe
def priorities(request: HttpRequest) -> HttpResponse:
    """Priorities by country as of the address's `at`."""
    asked, codes = day_asked(request), countries_asked(request)
    page = page_of(request, codes or described())
    found = node_priorities(asked.day, countries=list(page))
    carried = {"at": "" if asked.is_today else asked.day.isoformat(), "countries": ",".join(codes or ())}
    content = {
        "asked": asked,
        "found": found,
        "page": page,
        "heat": _heat(found, asked.query) if found else None,
        "formula": said(FORMULA),
        "files": _files(carried),
        "carried": carried["countries"],
    }
    return render(request, "web/stateofplay/priorities.html", content)


@login_not_required
@require_safe
def priorities_as_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file. Raises Http404 for a form that there is not, and where no priorities are loaded."""
    if form not in set(PrioritiesForm):
        raise Http404
    day = day_asked(request).day
    found = node_priorities(day, countries=countries_asked(request))
    if found is None:
        raise Http404
    wanted = PrioritiesForm(form)
    response = HttpResponse(priorities_file(found, wanted), content_type=wanted.media_type)
    response["Content-Disposition"] = f'attachment; filename="priorities-{day.isoformat()}.{form}"'
    return response


@login_not_required
@require_safe
def country_priorities(request: HttpRequest, code: str) -> HttpResponse:
    """One country: each indicator with its fact, and the scores over the years. Raises Http404 for no country."""
    asked = day_asked(request)
    try:
        known = str(CountryCode(code))
    except ValueError:
        raise Http404 from None
    found = node_priorities(asked.day, countries=[known])
    if found is None:
        raise Http404
    days, problem = days_of(request.GET.get("years", ""), found)
    courses = node_courses(days, known)
    years = " ".join(str(day.year) for day in days)
    picture = course(found.countries[0].name, [(f"{each.number}. {each.name}", each.scores) for each in courses])
    chart = reverse("priorities-chart", args=[known])
    begin()
    content = {
        "asked": asked,
        "found": found,
        "country": found.countries[0],
        "years": years,
        "charts": [] if picture.empty else [framed(request, picture, chart, {"years": years})],
        "problem": problem,
        "heat": _over_time(courses, days, found.countries[0].name),
        "formula": said(FORMULA),
        "files": _files({"at": "" if asked.is_today else asked.day.isoformat(), "countries": known}),
    }
    return render(request, "web/stateofplay/country_priorities.html", content, status=422 if problem else 200)


def _heat(found: Priorities, carried: str) -> Heat:
    return Heat(
        say("Priorities by country on {day}", day=found.day.isoformat()),
        say("Priority"),
        tuple(Column(each.name, reverse("priorities-of", args=[each.code]) + carried) for each in found.countries),
        tuple(
            HeatRow(
                f"{heading.number}. {heading.name}",
                cells=tuple(
                    _cell(item.score, reverse("priorities-of", args=[country.code]) + carried, item)
                    for country, item in cells
                ),
            )
            for heading, cells in found.rows
        ),
    )


def _cell(score: Score, address: str = "", item: PriorityView | Course | None = None) -> HeatCell:
    known = score.share is not None
    notes = (
        said(score.standing.word) if known else "",
        say("range {span}", span=score.span) if score.missing and known else "",
        score.missing_words,
    )
    anchor = f"#priority-{item.number}" if item else ""
    return cell(score.standing.value, capital(score.figure), notes, address + anchor, unsure=bool(score.missing))


def _over_time(courses: tuple[Course, ...], days: list[date], name: str) -> Heat:
    return Heat(
        say("Scores of {country} over the years", country=name),
        say("Priority"),
        tuple(Column(say("today") if day == clock.today() else say("end of {year}", year=day.year)) for day in days),
        tuple(
            HeatRow(f"{each.number}. {each.name}", cells=tuple(_cell(score, "", each) for _, score in each.scores))
            for each in courses
        ),
        opens=len(days) - 1,
    )


def _years(text: str, found: Priorities) -> tuple[list[int], str]:
    """The years that the address names; some between the adoption and now where it names none that can be read."""
    now, first = clock.today().year, found.adopted.year if found.adopted else 2014
    usual = sorted({first, *range(now, first, -3)})[-MOST_YEARS:]
    words = text.replace(",", " ").split()
    if not words:
        return usual, ""
    read = sorted({int(word) for word in words if word.isascii() and word.isdecimal() and len(word) == 4})  # noqa: PLR2004
    good = [year for year in read if 1990 <= year <= now]  # noqa: PLR2004
    if len(good) < len(set(words)) or len(good) > MOST_YEARS:
        return good[-MOST_YEARS:] or usual, say(
            "Name up to {count} years between 1990 and {now}: 2017 2020 2023.", count=MOST_YEARS, now=now
        )
    return good, ""


def days_of(text: str, found: Priorities) -> tuple[list[date], str]:
    """The days for the years that the address names, with what is wrong with them."""
    years, problem = _years(text, found)
    return [_day_of(year) for year in years], problem


def _day_of(year: int) -> date:
    """A year's last day; today in this one."""
    return min(date(year, 12, 31), clock.today())


def _files(carried: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (said(form.label), reverse("priorities-file", args=[form.value]) + query(carried)) for form in PrioritiesForm
    ]
