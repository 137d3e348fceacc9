"""Making all counts anew from the ledger: after a restore, after a change of what is counted, or to check them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.db import transaction

from comity.casework.actions.add_to_tally import add_to_tally
from comity.casework.models.tally import Tally, TallyCursor
from comity.casework.queries.statistics_facts import facts_of, home_zone, request_numbers
from comity.casework.rules.duty.events import PingMade
from comity.casework.rules.statistics.calls import COUNTED_CALLS, called
from comity.casework.rules.statistics.cell import Cell
from comity.casework.rules.statistics.tally import COUNTED, tallied
from comity.kernel import clock
from comity.ledger.queries.happenings import happenings, last_sequence, subjects_between

CHUNK = 2000
"""Requests read at once."""
CELLS = 250_000
"""Counts held in memory, some 60 MB, before they are written: requests come in the order in which they were made, so
few of these are met again."""


def _silent(_requests: int) -> None:
    """Nobody wants to know how far it is."""


@transaction.atomic
def recount_statistics(progress: Callable[[int], None] = _silent) -> int:
    """Count everything from nothing; returns the number of the last entry counted. `progress` hears of requests done.

    Readers see the old counts until the end. Whoever counts meanwhile waits, or lets it be.
    """
    TallyCursor.objects.bulk_create([TallyCursor(pk=1)], ignore_conflicts=True)
    cursor = TallyCursor.objects.select_for_update(no_key=True).get(pk=1)
    until = last_sequence()
    Tally.objects.all().delete()
    counts = _calls(until)
    done = last = 0
    home = home_zone()
    while rows := request_numbers(last, CHUNK):
        subjects = [subject for _, subject in rows]
        told = happenings(subjects, COUNTED, until=until)
        facts = facts_of(told, home)
        for subject, entries in told.items():
            counts.update(tallied(facts[subject], entries))
        last, done = rows[-1][0], done + len(rows)
        progress(done)
        if len(counts) > CELLS:
            add_to_tally(counts)
            counts.clear()
    add_to_tally(counts)
    cursor.sequence, cursor.counted_at = until, clock.now()
    cursor.save(update_fields=["sequence", "counted_at"])
    return until


def _calls(until: int) -> Counter[Cell]:
    """Test calls: there are a few hundred a year, about a few dozen counterparts."""
    home = home_zone()
    counts: Counter[Cell] = Counter()
    for entries in happenings(subjects_between(0, until, {PingMade.name}), COUNTED_CALLS, until=until).values():
        counts.update(called(entries, home))
    return counts
