"""Beginning to keep the outputs and indicators that a project's pack states or proposes, with their targets.

Whoever adopts the project calls it, once. Actuals are no pack's: people record them, or this node computes them.
"""

from __future__ import annotations

from comity.atlas.rules.packs.project import Project as Stated
from comity.atlas.rules.packs.project import StatedIndicator
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.programme.models import Indicator, IndicatorPeriod, Project, Result
from comity.programme.rules.events import project_subject
from comity.programme.rules.project import Level
from comity.programme.rules.results_events import FrameworkAdopted


def adopt_framework(project: Project, stated: Stated, *, actor: Actor) -> None:
    """Expects the expected results to be there; records nothing where the pack has neither outputs nor indicators."""
    if not stated.outputs and not stated.indicators:
        return
    lines = {row.number: row for row in project.results.all()}
    for each in stated.outputs:
        lines[each.number] = Result.objects.create(
            project=project,
            parent=lines[str(each.result)],
            level=Level.OUTPUT.value,
            number=each.number,
            says=each.says,
        )
    periods = sum(_indicator(each, lines[each.of]) for each in stated.indicators)
    event = FrameworkAdopted(
        subject=project_subject(project.code),
        outputs=len(stated.outputs),
        indicators=len(stated.indicators),
        periods=periods,
    )
    record(event, actor=actor)


def _indicator(stated: StatedIndicator, result: Result) -> int:
    made = Indicator.objects.create(
        result=result,
        number=stated.number,
        says=stated.says,
        unit=stated.unit,
        direction=stated.direction,
        measure=stated.measure,
        baseline=stated.baseline,
        baseline_on=stated.baseline_on,
        baseline_source=stated.baseline_source,
    )
    now = clock.now()
    rows = IndicatorPeriod.objects.bulk_create(
        IndicatorPeriod(indicator=made, starts=period.starts, ends=period.ends, target=period.target, changed_at=now)
        for period in stated.periods
    )
    return len(rows)
