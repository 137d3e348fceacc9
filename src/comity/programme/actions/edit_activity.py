"""Changing what is said of an activity. Its state is moved elsewhere."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import activity_for
from comity.programme.models import Activity
from comity.programme.queries.activity_fields import activity_fields, words_of
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_events import ActivityEdited, activity_subject
from comity.programme.rules.activity_words import ActivityWords, checked
from comity.programme.rules.differences import differences


@transaction.atomic
def edit_activity(project: str, code: str, words: ActivityWords, *, version: int, by: User) -> None:
    """`version` is that of the activity one saw. What changes nothing leaves no trace.

    Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field.
    """
    row = activity_for(by, project, code, version=version)
    said = checked(words, state=ActivityState(row.state), today=clock.today(by.zone))
    said = replace(said, shared_with=tuple(each for each in said.shared_with if each != project))
    changed = differences(words_of(row), said)
    if not changed:
        return
    fields = activity_fields(row.project, said)
    Activity.objects.filter(pk=row.pk).update(
        **fields.columns, version=version + 1, changed_at=clock.now(), changed_by=by
    )
    row.shared_with.set(fields.shared_with)
    row.teams.set(fields.teams)
    event = ActivityEdited(subject=activity_subject(project, code), version=version + 1, changed=changed)
    record(event, actor=by.actor)
