"""Entering an activity of a project: as an idea, or as planned. Its state is moved elsewhere."""

from __future__ import annotations

from django.db import transaction

from comity.atlas.rules.packs.overview import Precision
from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import project_for
from comity.programme.models import Activity
from comity.programme.queries.activity_fields import activity_fields
from comity.programme.rules.activity import ActivityState, english_when
from comity.programme.rules.activity_events import ActivityPlanned, activity_subject
from comity.programme.rules.activity_words import ActivityWords, checked, code_of


@transaction.atomic
def plan_activity(project: str, words: ActivityWords, *, idea: bool = False, by: User) -> str:
    """The code of the new activity. Raises NotEntitled, NotFound, Refused with the field."""
    leading = project_for(by, project)
    state = ActivityState.IDEA if idea else ActivityState.PLANNED
    said = checked(words, state=state, today=clock.today(by.zone))
    fields = activity_fields(leading, said)
    code = code_of(said.title, set(leading.activities.values_list("code", flat=True)))
    now = clock.now()
    made = Activity.objects.create(
        project=leading, code=code, state=state.value, created_at=now, changed_at=now, changed_by=by, **fields.columns
    )
    made.shared_with.set(fields.shared_with)
    made.teams.set(fields.teams)
    event = ActivityPlanned(
        subject=activity_subject(project, code),
        title=made.title,
        kind=made.kind,
        when=english_when(made.starts, made.ends, Precision(made.precision)),
    )
    record(event, actor=by.actor)
    return code
