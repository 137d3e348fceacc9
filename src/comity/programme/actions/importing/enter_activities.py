"""Keeping the activities that the rows of a table describe, all at once."""

from __future__ import annotations

from collections.abc import Sequence

from comity.atlas.rules.packs.overview import Precision
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.rules.event import Event
from comity.people.models.user import User
from comity.programme.models import Activity, Project, Result
from comity.programme.queries.activity_fields import columns_of
from comity.programme.rules.activity import english_when
from comity.programme.rules.activity_events import ActivityPlanned, activity_subject
from comity.programme.rules.importing.activities import ActivityRow
from comity.programme.rules.importing.limits import AT_ONCE
from comity.programme.rules.importing.refusal import RowRefused


def enter_activities(project: Project, rows: Sequence[ActivityRow], by: User) -> Sequence[Event]:
    """What is to be recorded. Within the transaction of its import, which holds the project and has found the codes to
    be new there. Raises RowRefused for a result or a project that is not there."""
    results = {each.number: each for each in Result.objects.filter(project=project)}
    named = {code for row in rows for code in row.words.shared_with}
    others = dict(Project.objects.filter(code__in=named).values_list("code", "pk"))
    now, made = clock.now(), []
    for place, row in enumerate(rows):
        words = row.words
        if words.result and words.result not in results:
            raise RowRefused(
                place,
                say(
                    "{project} has no result {result}. Choose one of its own.",
                    project=project.name,
                    result=words.result[:20],
                ),
            )
        if missing := [code for code in words.shared_with if code not in others]:
            raise RowRefused(place, say("There is no project {missing} here.", missing=", ".join(missing)[:100]))
        activity = Activity(
            project=project,
            code=row.code,
            state=row.state.value,
            created_at=now,
            changed_at=now,
            changed_by=by,
            **columns_of(words, results[words.result] if words.result else None),
        )
        made.append(activity)
    Activity.objects.bulk_create(made, batch_size=AT_ONCE)
    through = Activity.shared_with.through
    shared = [
        through(activity_id=activity.pk, project_id=others[code])
        for activity, row in zip(made, rows, strict=True)
        for code in row.words.shared_with
        if others[code] != project.pk
    ]
    through._default_manager.bulk_create(shared, batch_size=AT_ONCE)
    return [_planned(project, activity) for activity in made]


def _planned(project: Project, activity: Activity) -> ActivityPlanned:
    return ActivityPlanned(
        subject=activity_subject(project.code, activity.code),
        title=activity.title,
        kind=activity.kind,
        when=english_when(activity.starts, activity.ends, Precision(activity.precision)),
    )
