"""Keeping an activity that a row of a table describes. The import that it belongs to records it."""

from __future__ import annotations

from comity.kernel import clock
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.models import Activity, Project, Result
from comity.programme.rules.importing.activities import ActivityRow


def enter_activity(project: Project, row: ActivityRow, by: User) -> None:
    """Raises Refused with the column for a code that is taken, a result or a project that is not there."""
    if Activity.objects.filter(project=project, code=row.code).exists():
        raise Refused("code", f"“{row.code}” is there already.")
    result = Result.objects.filter(project=project, number=row.result).first() if row.result else None
    if row.result and result is None:
        raise Refused("result", f"“{row.result}” is no result of this project.")
    shared = list(Project.objects.filter(code__in=row.shared_with).exclude(pk=project.pk)) if row.shared_with else []
    if len(shared) != len(row.shared_with):
        raise Refused("shared_with", "One of these is no other project of this node.")
    now = clock.now()
    made = Activity.objects.create(
        project=project,
        result=result,
        code=row.code,
        kind=row.kind.value,
        title=row.title,
        venue=row.venue,
        host=row.host,
        countries=list(row.countries),
        starts=row.starts,
        ends=row.ends,
        precision=row.precision.value,
        unconfirmed=row.unconfirmed,
        state=row.state.value,
        organisers=list(row.organisers),
        expected=row.expected,
        outcome=row.outcome,
        created_at=now,
        changed_at=now,
        changed_by=by,
    )
    if shared:
        made.shared_with.set(shared)
