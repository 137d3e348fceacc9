"""Writing down what happened, and ringing the bell, in the caller's transaction. Nothing else writes entries."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.deliver import deliver
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.bell import subscribers_of
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, chained
from comity.ledger.rules.event import Event

_LOCK = 0x636F6D697479
"""“comity” in ASCII: the advisory lock that lets one transaction at a time add to the chain."""


class OutsideTransaction(RuntimeError):
    """`record` was called where a failure could not take the change and its entry back together."""


def record(event: Event, *, actor: Actor) -> EntryView:
    """Append `event` to the chain and defer one delivery for each of its subscribers.

    Record last in an action: until the transaction ends, nobody else can record.
    Raises OutsideTransaction outside `transaction.atomic`, NotRecordable where the event holds what JSON cannot.
    """
    return record_all((event,), actor=actor)[0]


def record_all(events: Sequence[Event], *, actor: Actor) -> tuple[EntryView, ...]:
    """`record` for what one action did many times: an entry each, in their order, all of one moment.

    The chain's end is held once, and rows are written together, so that nobody waits for thousands of recordings.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction("Record inside transaction.atomic, together with the change that it is about.")
    said = [(event, event.payload()) for event in events]
    if not said:
        return ()
    sequence, previous = _next()
    now, entries = clock.now(), []
    for number, (event, payload) in enumerate(said, sequence):
        entry = chained(
            sequence=number,
            at=now,
            actor_reference=actor.reference,
            actor_display=actor.display,
            name=event.name,
            subject=event.subject,
            payload=payload,
            previous=previous,
        )
        previous = entry.digest
        entries.append(entry)
    for first in range(0, len(entries), _AT_ONCE):
        _write(entries[first : first + _AT_ONCE])
    for entry in entries:
        _ring(entry)
    return tuple(entries)


def _next() -> tuple[int, Digest]:
    """The next number and the digest before it. Holds the chain's end for this transaction, so numbers have no gap."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLD_AND_LOOK, [_LOCK])
        cursor.nextset()
        last = cursor.fetchone()
    return (last[0] + 1, Digest(last[1])) if last else (1, NOTHING_BEFORE)


_HOLD_AND_LOOK = """
SELECT pg_advisory_xact_lock(%s);
SELECT sequence, digest FROM ledger_entry ORDER BY sequence DESC LIMIT 1
"""
"""Sent at once, yet two statements: the second looks once the lock was given, so it sees what its last holder wrote."""


def _write(entries: Sequence[EntryView]) -> None:
    """Plain SQL, since every recorder waits here for the one before."""
    cells = [
        cell
        for entry in entries
        for cell in (
            entry.sequence,
            entry.at,
            entry.actor_reference,
            entry.actor_display,
            entry.name,
            entry.subject,
            canonical_json(entry.payload).decode(),
            entry.previous,
            entry.digest,
        )
    ]
    with connection.cursor() as cursor:
        cursor.execute(_APPEND + ", ".join([_ROW] * len(entries)), cells)


_AT_ONCE = 500
"""Rows of one statement."""
_APPEND = """
INSERT INTO ledger_entry (sequence, at, actor_reference, actor_display, name, subject, payload, previous, digest)
VALUES """
_ROW = "(%s, %s, %s, %s, %s, %s, %s::jsonb, %s, %s)"


def _ring(entry: EntryView) -> None:
    for subscriber in subscribers_of(entry.name):
        deliver.defer(sequence=entry.sequence, subscriber=subscriber)
