"""Changing an indicator: what it counts, its periods with their targets, what was reached. For programme officers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from comity.kernel import clock
from comity.kernel.words import say
from comity.people.access import person
from comity.programme.actions.keep_indicator import add_indicator, edit_indicator
from comity.programme.actions.keep_period import add_period as add_one
from comity.programme.actions.keep_period import edit_period as change_one
from comity.programme.actions.record_actual import record_actual
from comity.programme.queries.indicator_sheet import indicator_sheet, period_line
from comity.programme.queries.projects import project_head
from comity.programme.queries.result_lines import result_head
from comity.programme.rules.indicator_words import IndicatorWords
from comity.programme.rules.period_words import ActualWords, PeriodWords
from comity.programme.rules.project import Direction, Level
from comity.web.pages.programme.results_edit import answered, expect_officer
from comity.web.pages.programme.results_forms import ActualForm, IndicatorForm, PeriodForm


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """An indicator of a result or an output. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project, owner = project_head(code, clock.today()), result_head(code, number)
    form = IndicatorForm(request.POST or None, number=owner.next_indicator)

    def save() -> None:
        add_indicator(code, owner.id, _indicator(form), by=person(request.user))

    told = {"number": owner.number, "says": owner.says}
    if owner.level is Level.OUTPUT:
        about = say("Of output {number}: {says}", **told)
    else:
        about = say("Of expected result {number}: {says}", **told)
    return answered(
        request, project, form, say("Add an indicator"), save, about=about, said=say("The indicator is added.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The words of an indicator. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project = project_head(code, clock.today())
    line = indicator_sheet(code, number, clock.today(), history=False).line
    form = IndicatorForm(request.POST or None, line=line)

    def save() -> None:
        edit_indicator(
            code, number, _indicator(form), version=form.cleaned_data["version"] or 0, by=person(request.user)
        )

    back = reverse("indicator", args=[code, number])
    verb = say("Change indicator {number}", number=line.number)
    return answered(request, project, form, verb, save, back=back, said=say("The indicator is saved."))


@require_http_methods(["GET", "HEAD", "POST"])
def add_period(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A period with its target. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project = project_head(code, clock.today())
    line = indicator_sheet(code, number, clock.today(), history=False).line
    form = PeriodForm(request.POST or None)

    def save() -> None:
        add_one(code, number, _period(form), by=person(request.user))

    back, about = (
        reverse("indicator", args=[code, number]),
        say("Of indicator {number}: {says}", number=line.number, says=line.says),
    )
    return answered(
        request, project, form, say("Add a period"), save, about=about, back=back, said=say("The period is added.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit_period(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The days and the target of a period. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project = project_head(code, clock.today())
    sheet, period = period_line(code, number, clock.today())
    form = PeriodForm(request.POST or None, line=period)

    def save() -> None:
        change_one(code, number, _period(form), version=form.cleaned_data["version"] or 0, by=person(request.user))

    back = reverse("indicator", args=[code, sheet.line.id])
    about = say("Of indicator {number}: {says}", number=sheet.line.number, says=sheet.line.says)
    return answered(
        request,
        project,
        form,
        say("Change {when}", when=period.when),
        save,
        about=about,
        back=back,
        said=say("The period is saved."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def actual(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """What was reached in a period. Raises NotEntitled, NotFound."""
    expect_officer(request)
    project = project_head(code, clock.today())
    sheet, period = period_line(code, number, clock.today())
    form = ActualForm(request.POST or None, line=period)

    def save() -> None:
        said = form.cleaned_data
        words = ActualWords(said["actual"], said["evidence"], said["source"])
        record_actual(code, number, words, version=said["version"], by=person(request.user))

    back = reverse("indicator", args=[code, sheet.line.id])
    about = say(
        "{number} {says}. Target: {target}.", number=sheet.line.number, says=sheet.line.says, target=period.target
    )
    verb = say("Record the actual of {when}", when=period.when)
    return answered(request, project, form, verb, save, about=about, back=back, said=say("The actual is recorded."))


def _indicator(form: IndicatorForm) -> IndicatorWords:
    said = {name: value for name, value in form.cleaned_data.items() if name != "version"}
    return IndicatorWords(**{**said, "direction": Direction(said["direction"])})


def _period(form: PeriodForm) -> PeriodWords:
    said = form.cleaned_data
    return PeriodWords(said["starts"], said["ends"], said["target"])
