"""Adding a line to a project's budget."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import Activity, BudgetLine, Project, Result
from comity.programme.rules.budget.written import LineWords, Sound, sound_line
from comity.programme.rules.budget_events import BudgetLineKept, line_subject


@transaction.atomic
def add_budget_line(project: str, words: LineWords, *, by: User) -> int:
    """The line's number. Raises NotEntitled, NotFound, Refused with the field."""
    found = project_for(by, project)
    sound = sound_line(words, found.starts, clock.today(by.zone))
    result, activity = serves(found, words)
    expect_own_heading(found, sound.says)
    line = new_line(found, sound, result, activity, clock.now(), by)
    line.save()
    record(kept(line, sound, result, activity), actor=by.actor)
    return line.pk


def new_line(
    project: Project, sound: Sound, result: Result | None, activity: Activity | None, now: datetime, by: User
) -> BudgetLine:
    """The row of a line that is written down for the first time. Does not save it."""
    return BudgetLine(
        project=project,
        result=result,
        activity=activity,
        heading=sound.says,
        amount=sound.amount,
        currency=sound.currency,
        day=sound.day,
        source=sound.source,
        created_at=now,
        changed_at=now,
        changed_by=by,
    )


def serves(project: Project, words: LineWords) -> tuple[Result | None, Activity | None]:
    """The result and the activity that a line pays for; of an activity, its own result where none is named.

    Raises Refused where they are not the project's, or do not belong together.
    """
    result = activity = None
    if words.result:
        result = Result.objects.filter(project=project, number=words.result).first()
        if result is None:
            raise Refused(
                "result", say("The project has no result {result}. Choose one of the list.", result=words.result[:20])
            )
    if words.activity:
        led = Activity.objects.filter(project=project, code=words.activity).select_related("result")
        shared = Activity.objects.filter(shared_with=project, code=words.activity)
        activity = led.first() or shared.first()
        if activity is None:
            raise Refused("activity", say("The project has no such activity. Choose one of the list."))
        result = result_through(project, result, activity)
    return result, activity


def result_through(project: Project, result: Result | None, activity: Activity) -> Result | None:
    """The result that a line for `activity` serves. Raises Refused where the activity serves another one."""
    own = activity.result if activity.project_id == project.pk else None
    if own is not None and result is not None and own != result:
        raise Refused(
            "result", say("The activity serves result {number}. Choose that, or another activity.", number=own.number)
        )
    return result or own


def expect_own_heading(project: Project, heading: str, *, but: int = 0) -> None:
    """Raises Refused where another line of the project is called so."""
    if BudgetLine.objects.filter(project=project, heading=heading).exclude(pk=but).exists():
        raise Refused(
            "heading", say("The project has a line with this heading already. Change that one, or say it otherwise.")
        )


def kept(line: BudgetLine, sound: Sound, result: Result | None, activity: Activity | None) -> BudgetLineKept:
    """What the ledger says of the line."""
    return BudgetLineKept(
        subject=line_subject(line.pk),
        project=line.project.code,
        version=line.version,
        heading=sound.says,
        amount=str(sound.amount),
        currency=sound.currency,
        day=sound.day,
        result=result.number if result else "",
        activity=activity.code if activity else "",
        source=sound.source,
    )
