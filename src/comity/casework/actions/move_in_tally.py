"""Counting a request elsewhere once what is counted of it has changed: its country, its urgency, its data."""

from __future__ import annotations

from comity.casework.actions.add_to_tally import add_to_tally
from comity.casework.models.tally import TallyCursor
from comity.casework.queries.statistics_facts import facts_of, home_zone
from comity.casework.rules.statistics.tally import COUNTED, Facts, difference, tallied
from comity.ledger.queries.happenings import happenings


def facts_now(subject: str) -> Facts | None:
    """What is counted of the request now: to be asked before it changes, and handed to `move_in_tally` after."""
    return facts_of([subject], home_zone()).get(subject)


def move_in_tally(subject: str, before: Facts | None) -> None:
    """Take what was counted under `before` from the figures, and add it under what the saved request says now.

    Call it in the transaction of the change. It waits for whoever counts at this moment; what is recorded after that is
    counted by them, with the new facts.
    """
    after = facts_now(subject)
    if before is None or after is None or after == before:
        return
    cursor = TallyCursor.objects.select_for_update(no_key=True).filter(pk=1).first()
    if cursor is None:
        return
    entries = happenings([subject], COUNTED, until=cursor.sequence).get(subject, [])
    add_to_tally(difference(tallied(after, entries), tallied(before, entries)))
