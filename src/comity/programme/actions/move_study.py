"""Taking a paper from one state to the next: to review, to its final words, to the resource tool, or back."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import study_for
from comity.programme.rules.study import StudyState, may_move
from comity.programme.rules.team_events import StudyMoved, study_subject
from comity.programme.rules.texts import text


@transaction.atomic
def move_study(study: int, to: StudyState, remark: str, *, version: int, by: User) -> None:
    """What is published is on the resource tool at once; taken back to work, it is there no longer.

    Raises NotEntitled, NotFound, ChangedMeanwhile, Refused: four eyes see a paper before it is final.
    """
    row = study_for(by, study, version=version)
    last = row.versions.order_by("-number").values_list("added_by_id", flat=True).first()
    came_from = StudyState(row.state)
    may_move(came_from, to, versions=row.versions.count(), own=last == by.pk)
    row.state = to.value
    row.version += 1
    row.published_at = clock.now() if to is StudyState.PUBLISHED else None
    row.save(update_fields=["state", "version", "published_at"])
    said = text("remark", remark, 2000)
    event = StudyMoved(subject=study_subject(study), came_from=came_from.value, to=to.value, remark=said)
    record(event, actor=by.actor)
