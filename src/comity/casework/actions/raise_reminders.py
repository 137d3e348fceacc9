"""Raising the reminders that are due, and those that the role before did not look at; noting clocks that ran out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import DurationField, Exists, ExpressionWrapper, IntegerField, OuterRef, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from procrastinate.contrib.django import app

from comity.casework.models.reminder import Reminder
from comity.casework.models.request_clock import RequestClock
from comity.casework.rules.clock_events import ClockRanOut, ReminderRaised
from comity.casework.rules.clocks.clock import ClockState
from comity.casework.rules.events import request_subject
from comity.kernel import clock as time
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import SYSTEM

QUEUE = "casework"
PORTION = 500
"""Of each sort in one round; the next round, a minute later, takes the rest."""


class _DoneMeanwhile(Exception):
    """It is raised already, or no longer due: nothing is recorded."""


@app.periodic(cron="* * * * *")
@app.task(name="casework:raise-reminders", queue=QUEUE, lock="casework:raise-reminders")
def raise_reminders_each_minute(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    raise_reminders()


def raise_reminders() -> int:
    """Raise what is due now, each in a transaction of its own; returns how many reminders and ends of clocks that were.

    The entry is written before the row is changed: an action holds the ledger while it rewrites clocks, so whoever
    held a clock while waiting for the ledger would wait in a ring.
    """
    now = time.now()
    raised = sum(_raise(item, now, escalated=False) for item in _due(now))
    raised += sum(_raise(item, now, escalated=True) for item in _overlooked(now))
    return raised + sum(_note_end(row, now) for row in _ended(now))


def _running() -> dict[str, str]:
    return {"clock__state": ClockState.RUNNING.value}


def _due(now: datetime) -> Iterable[Reminder]:
    due = Reminder.objects.filter(raised_at__isnull=True, due_at__lte=now, **_running())
    return due.select_related("clock__request").order_by("due_at", "id")[:PORTION]


def _overlooked(now: datetime) -> Iterable[Reminder]:
    """The next reminder of each clock whose last one nobody has seen for as long as its rule allows.

    Only the last one counts: were it also those before, whoever did not look at the first would set off one role a
    minute, up to the last of them.
    """
    siblings = Reminder.objects.filter(clock=OuterRef("clock"))
    waiting = siblings.filter(raised_at__isnull=True)
    further = siblings.filter(
        Q(due_at__gt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), pk__gt=OuterRef("pk")), raised_at__isnull=False
    )
    hours = Cast(KeyTextTransform("escalate_after", "clock__said"), IntegerField())
    patience = ExpressionWrapper(hours * Value(timedelta(hours=1)), output_field=DurationField())
    unseen = Reminder.objects.filter(
        Exists(waiting), ~Exists(further), raised_at__lte=Value(now) - patience, seen_at__isnull=True, **_running()
    )
    clocks = unseen.order_by("raised_at", "id").values_list("clock_id", flat=True)[:PORTION]
    coming = Reminder.objects.filter(clock__in=list(clocks), raised_at__isnull=True).select_related("clock__request")
    first: dict[int, Reminder] = {}
    for item in coming.order_by("due_at", "id"):
        first.setdefault(item.clock_id, item)
    return first.values()


def _raise(item: Reminder, now: datetime, *, escalated: bool) -> int:
    event = ReminderRaised(
        subject=request_subject(item.clock.request.reference),
        rule=item.clock.rule,
        title=item.clock.name,
        role=item.role,
        due_at=item.due_at,
        ends=item.clock.ends,
        escalated=escalated,
    )
    try:
        with transaction.atomic():
            record(event, actor=SYSTEM)
            same = Reminder.objects.filter(pk=item.pk, raised_at__isnull=True, due_at=item.due_at, **_running())
            _once(same.update(raised_at=now, escalated=escalated))
            pending = Reminder.objects.filter(clock=item.clock_id, raised_at__isnull=True).order_by("due_at")
            following = pending.values_list("due_at", flat=True).first()
            RequestClock.objects.filter(pk=item.clock_id).update(next_reminder_at=following)
    except _DoneMeanwhile:
        return 0
    return 1


def _ended(now: datetime) -> Iterable[RequestClock]:
    ended = RequestClock.objects.filter(state=ClockState.RUNNING.value, ran_out_at__isnull=True, ends__lte=now)
    return ended.select_related("request").order_by("ends", "id")[:PORTION]


def _note_end(row: RequestClock, now: datetime) -> int:
    event = ClockRanOut(
        subject=request_subject(row.request.reference),
        happened_at=row.ends,
        rule=row.rule,
        title=row.name,
        ours=row.ours,
    )
    try:
        with transaction.atomic():
            record(event, actor=SYSTEM)
            same = RequestClock.objects.filter(
                pk=row.pk, state=ClockState.RUNNING.value, ran_out_at__isnull=True, ends=row.ends
            )
            _once(same.update(ran_out_at=now))
    except _DoneMeanwhile:
        return 0
    return 1


def _once(changed: int) -> None:
    """Raises _DoneMeanwhile where no row was changed, so that its entry is taken back."""
    if not changed:
        raise _DoneMeanwhile
