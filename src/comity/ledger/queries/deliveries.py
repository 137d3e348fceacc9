"""Deliveries that are not done: those that wait, that run, and that were given up. A page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from comity.ledger.models.delivery_problem import DeliveryProblem
from comity.ledger.models.entry import Entry
from comity.ledger.rules.bell import DELIVERY


class DeliveryState(StrEnum):
    """Waiting (also for the next try), running, or failed: given up until somebody retries it."""

    WAITING = "waiting"
    RUNNING = "running"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One subscriber that is still to be told of one entry.

    `name` and `subject` are the entry's; `problem` is the last failure's sentence and `failed_at` its moment, empty
    and None before any; `next_try` is None where it is due at once, or given up.
    """

    job: int
    sequence: int
    name: str
    subject: str
    subscriber: str
    state: DeliveryState
    attempts: int
    problem: str
    failed_at: datetime | None
    next_try: datetime | None


def deliveries(
    state: DeliveryState | None = None, *, sequence: int | None = None, limit: int = 100
) -> list[DeliveryView]:
    """The deliveries that are not done, oldest first; with `state` only those in it, with `sequence` only that entry's.

    In three queries.
    """
    statuses = _STATUS_OF if state is None else {state: _STATUS_OF[state]}
    chosen = _jobs().filter(status__in=statuses.values())
    if sequence is not None:
        chosen = chosen.filter(args__sequence=sequence)
    jobs = list(chosen.order_by("id")[:limit])
    numbers = {job.args["sequence"] for job in jobs}
    entries = Entry.objects.in_bulk(numbers)
    problems = {
        (problem.entry_id, problem.subscriber): problem
        for problem in DeliveryProblem.objects.filter(entry_id__in=numbers)
    }
    return [
        _view(job, entries[number], problems.get((number, job.args["subscriber"])))
        for job in jobs
        if (number := job.args["sequence"]) in entries
    ]


def failed_deliveries() -> int:
    """How many deliveries were given up: more than none needs somebody's eye."""
    return _jobs().filter(status=_STATUS_OF[DeliveryState.FAILED]).count()


def _jobs() -> QuerySet[ProcrastinateJob]:
    return ProcrastinateJob.objects.filter(task_name=DELIVERY)


def _view(job: ProcrastinateJob, entry: Entry, problem: DeliveryProblem | None) -> DeliveryView:
    return DeliveryView(
        job=job.pk,
        sequence=entry.sequence,
        name=entry.name,
        subject=entry.subject,
        subscriber=job.args["subscriber"],
        state=_STATE_OF[job.status],
        attempts=problem.attempts if problem else 0,
        problem=problem.sentence if problem else "",
        failed_at=problem.at if problem else None,
        next_try=job.scheduled_at if job.status == "todo" else None,
    )


_STATUS_OF = {DeliveryState.WAITING: "todo", DeliveryState.RUNNING: "doing", DeliveryState.FAILED: "failed"}
_STATE_OF = {status: state for state, status in _STATUS_OF.items()}
