"""Beginning to keep the projects that the packs describe: each once, as the pack words it; later changes are made here.

Never changes a project that is here already, whatever becomes of its pack.
"""

from __future__ import annotations

from django.db import transaction

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.overview import StatedActivity
from comity.atlas.rules.packs.project import Project as Stated
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.programme.actions.adopt_framework import adopt_framework
from comity.programme.models import Activity, Project, Result
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.events import ProjectAdopted, project_subject
from comity.programme.rules.project import Level


@transaction.atomic
def adopt_projects(*, actor: Actor) -> tuple[str, ...]:
    """The codes of the projects that are new here."""
    snapshot = node_snapshot()
    held = set(Project.objects.select_for_update().values_list("code", flat=True))
    new = [stated for name, stated in snapshot.projects.items() if name not in held]
    made = {stated.id: _project(stated) for stated in new}
    counts = dict.fromkeys(made, 0)
    for overview in snapshot.overviews.values():
        for activity in overview.activities:
            if activity.projects[0] in made:
                _activity(activity, made)
                counts[activity.projects[0]] += 1
    for stated in new:
        record(
            ProjectAdopted(
                subject=project_subject(stated.id),
                pack=stated.id,
                results=len(stated.results),
                activities=counts[stated.id],
            ),
            actor=actor,
        )
        adopt_framework(made[stated.id], stated, actor=actor)
    return tuple(made)


def _project(stated: Stated) -> Project:
    now = clock.now()
    made = Project.objects.create(
        code=stated.id,
        name=stated.name,
        theme=stated.theme,
        objective=stated.objective.says,
        starts=stated.duration.starts,
        ends=stated.duration.ends,
        budget=stated.budget.amount,
        currency=stated.budget.currency,
        budget_is_approximate=stated.budget.approximate,
        countries=list(stated.area.countries),
        funders=[body.says for body in stated.funders],
        implementers=[body.says for body in stated.implementers],
        partners=[body.says for body in stated.partners],
        pack=stated.id,
        created_at=now,
        changed_at=now,
    )
    Result.objects.bulk_create(
        Result(project=made, level=Level.RESULT.value, number=str(each.number), says=each.says)
        for each in stated.results
    )
    return made


def _activity(stated: StatedActivity, projects: dict[str, Project]) -> None:
    """What the document says remains is planned; what it calls ongoing is under way."""
    now, leading = clock.now(), projects[stated.projects[0]]
    result = Result.objects.filter(project=leading, number=str(stated.result)).first()
    made = Activity.objects.create(
        project=leading,
        result=result,
        code=stated.id,
        kind=stated.kind.value,
        title=stated.title,
        says=stated.says,
        venue=stated.venue,
        host=stated.host or "",
        countries=list(stated.countries),
        starts=stated.starts,
        ends=stated.ends,
        precision=stated.precision.value,
        unconfirmed=stated.unconfirmed,
        state=(ActivityState.UNDER_WAY if stated.ongoing else ActivityState.PLANNED).value,
        created_at=now,
        changed_at=now,
    )
    made.shared_with.set(Project.objects.filter(code__in=stated.projects[1:]))
