"""Every project and activity in IATI's terms, project by project, so that memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from comity.programme.models import Activity, Project
from comity.programme.queries.iati.documents import documents_of
from comity.programme.queries.iati.money import money_of
from comity.programme.queries.iati.results import results_of
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.iati.activity import (
    Budget,
    DateType,
    IatiActivity,
    Money,
    OrgRole,
    Status,
    shares,
)
from comity.programme.rules.project import ProjectState, state_of

_PARENT = "1"
"""Codelist RelatedActivityType."""
_STATES = {
    ActivityState.IDEA: Status.PIPELINE,
    ActivityState.PLANNED: Status.PIPELINE,
    ActivityState.CONFIRMED: Status.PIPELINE,
    ActivityState.UNDER_WAY: Status.IMPLEMENTATION,
    ActivityState.HELD: Status.CLOSED,
    ActivityState.REPORTED: Status.CLOSED,
    ActivityState.CANCELLED: Status.CANCELLED,
}
_STANDS = {
    ProjectState.PLANNED: Status.PIPELINE,
    ProjectState.RUNNING: Status.IMPLEMENTATION,
    ProjectState.ENDED: Status.CLOSED,
}


def iati_activities(prefix: str, today: date, *, site: str = "") -> Iterator[IatiActivity]:
    """`prefix` is the publisher's identifier, `site` the address under which this node is read, if any.

    A project first, then what it leads. Ideas are not published.
    """
    for project in Project.objects.order_by("code").iterator(chunk_size=50):
        money, papers = money_of(project.code, today), documents_of(project, site)
        own = _project(project, prefix, today)
        yield replace(own, transactions=money.get("", ()), documents=papers.get("", ()))
        rows = Activity.objects.filter(project=project).exclude(state=ActivityState.IDEA.value)
        for row in rows.order_by("starts", "id").iterator(chunk_size=500):
            made = _activity(row, project, prefix, today)
            yield replace(made, transactions=money.get(row.code, ()), documents=papers.get(row.code, ()))


def _identifier(prefix: str, *parts: str) -> str:
    return "-".join((prefix, *parts))


def _project(row: Project, prefix: str, today: date) -> IatiActivity:
    budgets: tuple[Budget, ...] = ()
    if row.budget:
        budgets = (Budget(row.starts, row.ends, Money(row.budget, row.currency, row.starts)),)
    return IatiActivity(
        identifier=_identifier(prefix, row.code),
        hierarchy=1,
        title=f"{row.name}{': ' * bool(row.theme)}{row.theme}",
        description=row.objective or row.name,
        organisations=_organisations(row),
        status=_STANDS[state_of(row.starts, row.ends, today)],
        dates=_dates(row.starts, row.ends, today),
        currency=row.currency,
        countries=shares(tuple(row.countries)),
        budgets=budgets,
        results=results_of(row),
    )


def _activity(row: Activity, project: Project, prefix: str, today: date) -> IatiActivity:
    state = ActivityState(row.state)
    return IatiActivity(
        identifier=_identifier(prefix, project.code, row.code),
        hierarchy=2,
        title=row.title,
        description=row.expected or row.says or row.title,
        organisations=_organisations(project),
        status=_STATES[state],
        dates=_dates(row.starts, row.ends, today, known=not state.is_open and state is not ActivityState.CANCELLED),
        currency=project.currency,
        countries=shares(tuple(row.countries or ([row.host] if row.host else ()))),
        related=((_PARENT, _identifier(prefix, project.code)),),
    )


def _organisations(row: Project) -> tuple[tuple[OrgRole, str], ...]:
    """IATI demands at least one: where the node names none, it says so."""
    found = (
        *((OrgRole.FUNDING, name) for name in row.funders),
        *((OrgRole.IMPLEMENTING, name) for name in row.implementers),
    )
    return found or ((OrgRole.IMPLEMENTING, "not known"),)


def _dates(starts: date, ends: date, today: date, *, known: bool = True) -> tuple[tuple[DateType, date], ...]:
    """Actual dates only of what is past and accounted for: IATI bars them in the future."""
    dates = [(DateType.PLANNED_START, starts)]
    if known and starts <= today:
        dates.append((DateType.ACTUAL_START, starts))
    dates.append((DateType.PLANNED_END, ends))
    if known and ends <= today:
        dates.append((DateType.ACTUAL_END, ends))
    return tuple(dates)
