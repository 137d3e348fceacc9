"""Computing the actuals of a project's indicators from this node's own figures, with how and when as evidence.

What cannot be told any more is left as it was computed while its period ran. Nothing is recorded where nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM
from comity.people.models.user import User
from comity.programme.access import project_for
from comity.programme.models import IndicatorPeriod, Project
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.measures.measure import Measure, Scope, record_began
from comity.programme.rules.results_events import ActualRecorded, indicator_subject


@dataclass(frozen=True, slots=True)
class Computed:
    """How many figures were taken, and how many of them changed."""

    taken: int
    changed: int


@transaction.atomic
def compute_actuals(project: str, *, by: User) -> Computed:
    """As a programme officer asks for it. Raises NotEntitled, NotFound."""
    return _computed(project_for(by, project), by)


@app.periodic(cron="13 2 * * *")
@app.task(name="programme:compute_actuals", queue="statistics", lock="programme:compute_actuals")
def compute_actuals_each_night(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it: every project, one after the other."""
    for code in Project.objects.filter(results__indicators__measure__gt="").distinct().values_list("code", flat=True):
        with transaction.atomic():
            _computed(Project.objects.select_for_update().get(code=code), None)


def _computed(owner: Project, by: User | None) -> Computed:
    """Each figure once for each span of days, however many indicators ask for it. Expects the project locked."""
    today, began, changed, taken = clock.today(), record_began(), 0, 0
    scope = Scope(owner.code, owner.countries)
    kept: dict[tuple[str, date, date], Decimal | None] = {}
    for row, measure in _due(owner.pk, today):
        if measure.now_only and row.ends < today:
            continue
        key = (measure.name, row.starts, row.ends)
        if key not in kept:
            unseen = measure.recorded and (began is None or row.ends < began)
            kept[key] = None if unseen else measure.compute(scope, row.starts, row.ends)
        taken += 1
        if row.actual != kept[key] or not row.evidence:
            _keep(row, measure, kept[key], _evidence(measure, row.starts, began, kept[key]), by)
            changed += 1
    return Computed(taken, changed)


def _due(project: int, today: date) -> Iterator[tuple[IndicatorPeriod, Measure]]:
    """The periods that have begun, of indicators whose measure this version of the node knows."""
    rows = IndicatorPeriod.objects.filter(indicator__result__project=project, starts__lte=today)
    for row in rows.exclude(indicator__measure="").select_related("indicator__result__project"):
        measure = MEASURES.get(row.indicator.measure)
        if measure is not None:
            yield row, measure


def _evidence(measure: Measure, starts: date, began: date | None, value: Decimal | None) -> str:
    today = clock.today()
    said = f"Computed by this node on {today.day} {today:%B %Y}."
    if value is None:
        return f"{said} Not known: it has nothing to compute it from."
    if measure.recorded and began is not None and began > starts:
        return f"{said} Its record begins on {began.day} {began:%B %Y}: what came before is not in it."
    return said


def _keep(row: IndicatorPeriod, measure: Measure, value: Decimal | None, evidence: str, by: User | None) -> None:
    source = f"This node, {measure.label}"
    IndicatorPeriod.objects.filter(pk=row.pk).update(
        actual=value,
        evidence=evidence,
        source=source,
        version=row.version + 1,
        changed_at=clock.now(),
        changed_by=by,
    )
    event = ActualRecorded(
        subject=indicator_subject(row.indicator_id),
        project=row.indicator.result.project.code,
        starts=row.starts,
        ends=row.ends,
        actual=None if value is None else str(value),
        evidence=evidence,
        source=source,
        measure=measure.name,
        version=row.version + 1,
    )
    record(event, actor=by.actor if by else SYSTEM)
