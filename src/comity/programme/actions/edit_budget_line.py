"""Changing a line of a budget: its words, its amount, what it serves. The version before stays in the ledger."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import line_for
from comity.programme.actions.add_budget_line import expect_own_heading, kept, serves
from comity.programme.rules.budget.written import LineWords, sound_line


@transaction.atomic
def edit_budget_line(project: str, number: int, words: LineWords, *, version: int, by: User) -> None:
    """Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field."""
    line = line_for(by, project, number, version=version)
    sound = sound_line(words, line.project.starts, clock.today(by.zone))
    result, activity = serves(line.project, words)
    expect_own_heading(line.project, sound.says, but=number)
    line.heading, line.amount, line.currency = sound.says, sound.amount, sound.currency
    line.day, line.source = sound.day, sound.source
    line.result, line.activity = result, activity
    line.version, line.changed_at, line.changed_by = version + 1, clock.now(), by
    line.save()
    record(kept(line, sound, result, activity), actor=by.actor)
