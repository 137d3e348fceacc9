"""What every address of the statistics does first: read the question, count what is new, add up the figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comity.casework.actions.advance_tally import BATCH, advance_tally
from comity.casework.queries.statistics import READERS, standing, statistics
from comity.casework.rules.statistics.figures import Figures
from comity.people.access import person, require
from comity.web.pages.statistics.form import StatisticsForm


def ask(request: HttpRequest) -> tuple[StatisticsForm, Figures | None]:
    """The form as it was filled in, and the figures; None where the question cannot be read.

    Raises NotEntitled for whoever may not read figures.
    """
    reader = person(request.user)
    known = standing()
    if 0 < known.behind <= BATCH:  # what is more than one batch behind is the worker's
        advance_tally()
        known = standing()
    form = StatisticsForm(request.GET)
    if not form.is_valid():
        require(reader, *sorted(READERS))
        return form, None
    return form, statistics(form.asked(), by=reader, known=known)


def refused(form: StatisticsForm) -> HttpResponse:
    """For a program: what of its question cannot be read, in plain sentences."""
    said = "\n".join(f"{form.fields[name].label}: {' '.join(map(str, errors))}" for name, errors in form.errors.items())
    return HttpResponse(f"{said}\n", status=422, content_type="text/plain; charset=utf-8")
