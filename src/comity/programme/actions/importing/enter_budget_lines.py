"""Keeping the budget lines that the rows of a table describe, all at once, as the budget's own action keeps one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Q

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.rules.event import Event
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.actions.add_budget_line import kept, new_line, result_through
from comity.programme.models import Activity, BudgetLine, Project, Result
from comity.programme.rules.budget.written import LineWords, sound_line
from comity.programme.rules.importing.limits import AT_ONCE
from comity.programme.rules.importing.refusal import RowRefused


def enter_budget_lines(project: Project, rows: Sequence[LineWords], by: User) -> Sequence[Event]:
    """What is to be recorded. Within the transaction of its import, which holds the project and has found the headings
    to be new there. Raises RowRefused."""
    results = {each.number: each for each in Result.objects.filter(project=project)}
    named = {row.activity for row in rows if row.activity}
    own = Q(project=project) | Q(shared_with=project)
    found = Activity.objects.filter(own, code__in=named).select_related("result").distinct()
    activities = {each.code: each for each in sorted(found, key=lambda each: each.project_id == project.pk)}
    now, today, made, sounds = clock.now(), clock.today(by.zone), [], []
    for place, row in enumerate(rows):
        try:
            sound = sound_line(row, project.starts, today)
            result, activity = _serves(project, row, results, activities)
        except Refused as refusal:
            raise RowRefused(place, refusal.sentence) from None
        made.append(new_line(project, sound, result, activity, now, by))
        sounds.append(sound)
    BudgetLine.objects.bulk_create(made, batch_size=AT_ONCE)
    return [kept(line, sound, line.result, line.activity) for line, sound in zip(made, sounds, strict=True)]


def _serves(
    project: Project, row: LineWords, results: Mapping[str, Result], activities: Mapping[str, Activity]
) -> tuple[Result | None, Activity | None]:
    """Raises Refused where one of them is not the project's, or they do not belong together."""
    result, activity = results.get(row.result), activities.get(row.activity)
    if (row.result and result is None) or (row.activity and activity is None):
        raise Refused("result", say("Its result or its activity is not of the project."))
    return (result_through(project, result, activity), activity) if activity else (result, None)
