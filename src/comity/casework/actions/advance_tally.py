"""Counting what the ledger recorded since it was last counted. Each entry counts exactly once: the cursor moves in the
transaction that changes the counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db import transaction
from procrastinate.contrib.django import app

from comity.casework.actions.add_to_tally import add_to_tally
from comity.casework.models.tally import TallyCursor
from comity.casework.queries.statistics_facts import facts_of, home_zone
from comity.casework.rules.statistics.calls import COUNTED_CALLS, called
from comity.casework.rules.statistics.cell import Cell
from comity.casework.rules.statistics.tally import COUNTED, difference, tallied
from comity.kernel import clock
from comity.ledger.queries.happenings import happenings, last_sequence, subjects_between

BATCH = 1000
"""Entries counted in one transaction: a fraction of a second."""
ROUNDS = 200
"""Batches in one run of the worker, so that a long backlog does not keep it from its other work for minutes."""
_NAMES = COUNTED | COUNTED_CALLS


@dataclass(frozen=True, slots=True)
class Advance:
    """How far the count has come, and how far the ledger goes. `busy`: somebody else was counting, nothing was done."""

    counted: int
    recorded: int
    busy: bool = False

    @property
    def behind(self) -> int:
        """Entries that are not counted yet."""
        return max(0, self.recorded - self.counted)


@transaction.atomic
def advance_tally(most: int = BATCH) -> Advance:
    """Count up to `most` further entries. Does nothing where somebody else counts at this moment.

    Five queries, and the writing, however many entries. Nothing is recorded: counts are derived from the ledger.
    """
    recorded = last_sequence()
    cursor = _cursor()
    if cursor is None:
        return Advance(0, recorded, busy=True)
    until = min(recorded, cursor.sequence + most)
    if until > cursor.sequence:
        add_to_tally(_change(cursor.sequence, until))
        cursor.sequence, cursor.counted_at = until, clock.now()
        cursor.save(update_fields=["sequence", "counted_at"])
    return Advance(cursor.sequence, recorded)


def _cursor() -> TallyCursor | None:
    """The cursor's row, locked until the transaction ends; None where it is locked already."""
    free = TallyCursor.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=1)
    cursor = free.first()
    if cursor is None and not TallyCursor.objects.filter(pk=1).exists():
        TallyCursor.objects.bulk_create([TallyCursor(pk=1)], ignore_conflicts=True)
        cursor = free.first()
    return cursor


def _change(after: int, until: int) -> Counter[Cell]:
    """The figures as of `until` less those as of `after`, for whatever the entries between them are about."""
    subjects = subjects_between(after, until, _NAMES)
    told = happenings(subjects, _NAMES, until=until)
    home = home_zone()
    facts = facts_of(told, home)
    change: Counter[Cell] = Counter()
    for subject, entries in told.items():
        earlier = [entry for entry in entries if entry.sequence <= after]
        known = facts.get(subject)
        if known is None:
            change.update(difference(called(entries, home), called(earlier, home)))
        else:
            change.update(difference(tallied(known, entries), tallied(known, earlier)))
    return change


@app.periodic(cron="* * * * *")
@app.task(name="casework:advance_tally", queue="statistics", lock="casework:advance_tally")
def advance_tally_each_minute(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it: batch after batch until everything is counted, or enough for this minute."""
    for _ in range(ROUNDS):
        done = advance_tally(BATCH)
        if done.busy or not done.behind:
            return
