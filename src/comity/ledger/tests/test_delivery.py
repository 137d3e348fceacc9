"""The bell: rung with the entry or not at all, answered by a worker, tried again, and given up where all can see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import DjangoApp
from procrastinate.contrib.django.models import ProcrastinateJob

from comity.ledger.actions import deliver as delivery
from comity.ledger.actions.deliver_due import deliver_due
from comity.ledger.actions.retry_delivery import NothingToRetry, retry_delivery
from comity.ledger.models.delivery_problem import DeliveryProblem
from comity.ledger.queries.deliveries import DeliveryState, deliveries, failed_deliveries
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules import bell
from comity.ledger.rules.actor import SYSTEM
from comity.ledger.rules.bell import subscribe
from comity.ledger.rules.entry import EntryView
from comity.ledger.rules.event import Event

Light = Callable[..., EntryView]


class Ear:
    """A subscriber that remembers what it heard, and fails as often as it is told to."""

    def __init__(self) -> None:
        self.heard: list[EntryView] = []
        self.failures = 0

    def hear(self, entry: EntryView) -> None:
        if self.failures:
            self.failures -= 1
            DeliveryProblem.objects.create(
                entry_id=entry.sequence, subscriber="half-done", attempts=1, at=entry.at, sentence="x"
            )
            raise RuntimeError("The lamp\nis out of oil.")
        self.heard.append(entry)


@pytest.fixture
def ear(lamp_lit: type[Event], monkeypatch: pytest.MonkeyPatch) -> Ear:
    monkeypatch.setattr(bell, "_handlers", {})
    monkeypatch.setattr(bell, "_subscriptions", {})
    ear = Ear()

    def hear(entry: EntryView) -> None:
        ear.hear(entry)

    subscribe(lamp_lit)(hear)
    return ear


def _make_due() -> None:
    """The database's now() stands still in a test's transaction, so that a try planned for “at once” is not due yet."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


@pytest.mark.django_db
def test_a_subscriber_hears_of_the_entry_once(ear: Ear, light: Light) -> None:
    entry = light()
    assert [waiting.state for waiting in deliveries()] == [DeliveryState.WAITING]
    assert deliver_due() == 1
    assert ear.heard == [entry]
    assert deliveries() == []
    assert not ProcrastinateJob.objects.exists()
    assert deliver_due() == 0


@pytest.mark.django_db
def test_what_is_rolled_back_rings_no_bell(ear: Ear, light: Light) -> None:
    with transaction.atomic():
        light()
        transaction.set_rollback(True)
    assert deliver_due() == 0
    assert ear.heard == []


@pytest.mark.django_db
def test_a_failure_is_noted_and_tried_again(ear: Ear, light: Light) -> None:
    ear.failures = 1
    entry = light()
    with pytest.raises(RuntimeError, match="oil"):
        deliver_due()
    (waiting,) = deliveries()
    assert (waiting.state, waiting.attempts, waiting.problem) == (DeliveryState.WAITING, 1, "The lamp is out of oil.")
    assert waiting.next_try is not None
    assert waiting.failed_at is not None
    assert not DeliveryProblem.objects.filter(subscriber="half-done").exists(), "a failed handler leaves nothing"
    assert deliver_due() == 0, "not due yet"
    _make_due()
    assert deliver_due() == 1
    assert ear.heard == [entry]
    assert (deliveries(), DeliveryProblem.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_delivery_is_given_up_after_eight_tries_and_can_be_retried(ear: Ear, light: Light) -> None:
    ear.failures = 9
    entry = light()
    for _ in range(delivery.ATTEMPTS):
        _make_due()
        with pytest.raises(RuntimeError):
            deliver_due()
    _make_due()
    assert deliver_due() == 0
    assert failed_deliveries() == 1
    (failed,) = deliveries(DeliveryState.FAILED)
    assert (failed.sequence, failed.attempts, failed.name) == (entry.sequence, 8, "lamp-lit")
    retry_delivery(failed.sequence, failed.subscriber, actor=SYSTEM)
    assert failed_deliveries() == 0
    _make_due()
    with pytest.raises(RuntimeError):
        deliver_due()
    assert failed_deliveries() == 1, "one more try, then given up again"
    retry_delivery(failed.sequence, failed.subscriber, actor=SYSTEM)
    _make_due()
    assert deliver_due() == 1
    assert (ear.heard, deliveries()) == ([entry], [])
    assert [found.name for found in entries_about("entry:1")] == ["delivery-retried"] * 2


@pytest.mark.django_db
def test_what_did_not_fail_cannot_be_retried(ear: Ear, light: Light) -> None:
    light()
    (waiting,) = deliveries()
    with pytest.raises(NothingToRetry, match="not among those that failed"):
        retry_delivery(waiting.sequence, waiting.subscriber, actor=SYSTEM)
    assert ear.heard == []


@pytest.mark.django_db
def test_waits_grow_from_seconds_to_hours() -> None:
    strategy = delivery.deliver.retry_strategy
    waits = []
    for attempts in range(delivery.ATTEMPTS):
        decision = strategy.get_retry_decision(exception=RuntimeError(), job=_job(attempts))
        waits.append(decision and round((decision.retry_at - datetime.now(UTC)) / timedelta(seconds=1)))
    assert waits == [4, 16, 64, 256, 1024, 4096, 16384, None]


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_delivers_and_keeps_what_failed(ear: Ear, light: Light, worker: Callable[[], None]) -> None:
    first = light("lamp:1")
    worker()
    assert ear.heard == [first]
    assert not ProcrastinateJob.objects.exists()
    ear.failures = 1
    second = light("lamp:2")
    worker()
    assert [waiting.attempts for waiting in deliveries()] == [1]
    _make_due()
    worker()
    assert ear.heard == [first, second]
    assert deliveries() == []


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Runs a worker, as a node does, on connections of its own until nothing is due."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)

    def run() -> None:
        worker_app = DjangoApp(connector=app.connector.get_worker_connector(), worker_defaults=app.worker_defaults)
        worker_app.tasks = app.tasks
        worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    return run


def _job(attempts: int) -> object:
    from procrastinate.jobs import Job

    return Job(id=1, queue="ledger", lock=None, queueing_lock=None, task_name="x", attempts=attempts)
