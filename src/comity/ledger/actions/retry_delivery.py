"""Trying once more what was given up, after somebody has mended the cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.ledger.queries.deliveries import DeliveryState, deliveries
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class DeliveryRetried(Event):
    """Somebody had a delivery tried again that the node had given up."""

    name: ClassVar[str] = "delivery-retried"
    subscriber: str


class NothingToRetry(LookupError):
    """The delivery is not among those that were given up."""


@transaction.atomic
def retry_delivery(sequence: int, subscriber: str, *, actor: Actor) -> None:
    """Have the failed delivery of entry `sequence` to `subscriber` tried once more, at once. Who may, the door decides.

    Raises NothingToRetry where it did not fail, or has been retried already.
    """
    failed = [
        delivery
        for delivery in deliveries(DeliveryState.FAILED, sequence=sequence)
        if delivery.subscriber == subscriber
    ]
    if not failed:
        raise NothingToRetry(
            say(
                "The delivery of entry {number} to {whom} is not among those that failed.",
                number=sequence,
                whom=subscriber,
            )
        )
    async_to_sync(app.job_manager.retry_job_by_id_async)(job_id=failed[0].job, retry_at=clock.now())
    record(DeliveryRetried(subject=f"entry:{sequence}", subscriber=subscriber), actor=actor)
