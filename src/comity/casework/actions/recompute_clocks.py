"""Computing a request's clocks anew from the ledger, in the transaction of what has just been recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from comity.atlas.rules.packs.clock_rules import Who
from comity.casework.models.reminder import Reminder
from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.queries.clock_ticket import clock_rules_of, clock_ticket, instrument_name
from comity.casework.rules.clocks.chosen import concerns
from comity.casework.rules.clocks.clock import Clock
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.events import request_subject
from comity.kernel import clock as time
from comity.ledger.queries.entries import entries_about

_LOCK = 0x636C6F63
"""“cloc” in ASCII: with a request's number, the advisory lock under which its clocks are rewritten."""


def recompute_clocks(request: Request, because: str = "") -> None:
    """Rewrite the rows of `request`'s clocks and reminders. Call it after `record`, in the same transaction.

    Nothing is done where no rule knows of the event `because`, if one is named. What has not changed is not written.
    """
    rules = clock_rules_of(request)
    if because and not concerns(rules, because):
        return
    _serialise(request)
    entries = entries_about(request_subject(request.reference))
    computed = clocks(rules, clock_ticket(request), entries)
    known = {row.rule: row for row in request.clocks.prefetch_related("reminders")}
    gone = [row.pk for rule, row in known.items() if rule not in {clock.rule for clock in computed}]
    if gone:
        RequestClock.objects.filter(pk__in=gone).delete()
    for clock in computed:
        _write(request, clock, known.get(clock.rule), time.now())


def _serialise(request: Request) -> None:
    """One transaction at a time. Taken after the ledger's own lock, never before it, so that nobody waits in a ring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, request.pk % 2**31])


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A reminder as it should stand."""

    role: str
    at: datetime


def _write(request: Request, clock: Clock, row: RequestClock | None, now: datetime) -> None:
    raised = {reminder.role: reminder for reminder in row.reminders.all()} if row else {}
    kept, new = _reminders(clock, raised, now)
    pending = [item.due_at for item in kept if item.raised_at is None] + [item.at for item in new]
    values = clock_columns(clock) | {
        "next_reminder_at": min(pending, default=None),
        "ran_out_at": row.ran_out_at if row and clock.ends <= now else None,
    }
    if row is None:
        row = RequestClock.objects.create(request=request, rule=clock.rule, **values)
    elif any(getattr(row, name) != value for name, value in values.items()):
        RequestClock.objects.filter(pk=row.pk).update(**values)
    Reminder.objects.bulk_create(Reminder(clock=row, role=item.role, due_at=item.at) for item in new)


def _reminders(clock: Clock, known: dict[str, Reminder], now: datetime) -> tuple[list[Reminder], Iterable[_Wanted]]:
    """Those that stay, and those to be made. One that was raised stays so, unless its time now lies ahead."""
    wanted = {due.role: due.at for due in clock.reminders}
    gone = [item.pk for role, item in known.items() if role not in wanted]
    if gone:
        Reminder.objects.filter(pk__in=gone).delete()
    kept = [item for role, item in known.items() if role in wanted]
    for item in kept:
        if item.due_at != wanted[item.role]:
            item.due_at = wanted[item.role]
            if item.due_at > now:
                item.raised_at = item.seen_at = item.seen_by = None
                item.escalated = False
            item.save()
    return kept, [_Wanted(role, at) for role, at in wanted.items() if role not in known]


def clock_columns(clock: Clock) -> dict[str, Any]:
    """What a clock says, as the columns of its row."""
    return {
        "state": clock.state.value,
        "ours": clock.who is Who.US,
        "basis": clock.basis.value,
        "name": clock.name,
        "article": clock.article,
        "starts": clock.starts,
        "ends": clock.ends,
        "said": {
            "zone": clock.zone,
            "instrument": clock.instrument,
            "instrument_name": instrument_name(clock.instrument),
            "source": clock.source,
            "pinpoint": clock.pinpoint,
            "confidence": clock.confidence.value,
            "how": clock.how,
            "counted": dict(clock.counted),
            "assumption": clock.assumption,
            "todo": clock.todo,
            "over": clock.over,
            "held_says": clock.held_says,
            "held_since": _iso(clock.held_since),
            "stopped_at": _iso(clock.stopped_at),
            "stopped_by": clock.stopped_by,
            "escalate_after": clock.escalate_after,
        },
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
