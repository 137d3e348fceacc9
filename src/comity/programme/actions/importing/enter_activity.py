"""Keeping an activity that a row of a table describes."""

from __future__ import annotations

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.models import Activity, Project
from comity.programme.queries.activity_fields import activity_fields
from comity.programme.rules.activity import when
from comity.programme.rules.activity_events import ActivityPlanned, activity_subject
from comity.programme.rules.importing.activities import ActivityRow


def enter_activity(project: Project, row: ActivityRow, by: User) -> None:
    """Within the transaction of its import, which holds the project and has found the code to be new there. Raises
    Refused with the column for a result, a project or a team that is not there."""
    fields = activity_fields(project, row.words)
    now = clock.now()
    made = Activity.objects.create(
        project=project,
        code=row.code,
        state=row.state.value,
        created_at=now,
        changed_at=now,
        changed_by=by,
        **fields.columns,
    )
    if fields.shared_with:
        made.shared_with.set(fields.shared_with)
    if fields.teams:
        made.teams.set(fields.teams)
    event = ActivityPlanned(
        subject=activity_subject(project.code, row.code),
        title=made.title,
        kind=made.kind,
        when=when(made.starts, made.ends, row.words.precision),
    )
    record(event, actor=by.actor)
