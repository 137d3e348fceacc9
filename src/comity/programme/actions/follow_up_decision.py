"""Keeping what became of a meeting's decision: who answers for it, by when, and how it ended."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Decision
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.decision import DecisionKind
from comity.programme.rules.decision_follow_up import DecisionState, FollowUp, checked_follow_up
from comity.programme.rules.team_events import DecisionFollowedUp
from comity.stateofplay.rules.refusal import ChangedMeanwhile


@transaction.atomic
def follow_up_decision(project: str, activity: str, number: str, said: FollowUp, *, version: int, by: User) -> None:
    """`version` is that of the decision one saw. What changes nothing leaves no trace.

    Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field; for a recommendation, too.
    """
    meeting = activity_for(by, project, activity)
    row = Decision.objects.select_for_update().filter(activity=meeting, number=number).first()
    if row is None:
        raise NotFound("decision")
    if row.kind != DecisionKind.DECISION:
        raise Refused("state", say("This is a recommendation. Its list follows it up, country by country."))
    if row.version != version:
        raise ChangedMeanwhile
    kept = checked_follow_up(said, met=meeting.starts, today=clock.today())
    if kept == FollowUp(DecisionState(row.state), row.answers, row.due, row.ended, row.outcome):
        return
    fields = {**asdict(kept), "state": kept.state.value}
    Decision.objects.filter(pk=row.pk).update(**fields, version=version + 1)
    event = DecisionFollowedUp(subject=activity_subject(project, activity), number=number, **fields)
    record(event, actor=by.actor)
