"""Telling one subscriber of one entry, in a worker, with retries. The entry itself is never touched."""

from __future__ import annotations

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from comity.ledger.actions.note_problem import clear_problem, note_problem
from comity.ledger.queries.entries import entry
from comity.ledger.rules.bell import DELIVERY, QUEUE, handler

ATTEMPTS = 8
"""How often a delivery is tried. With waits of 4, 16, 64 … seconds the last try comes after about six hours."""


@app.task(name=DELIVERY, queue=QUEUE, retry=RetryStrategy(max_attempts=ATTEMPTS - 1, exponential_wait=4))
def deliver(*, sequence: int, subscriber: str) -> None:
    """Call `subscriber` with the entry of this number, in one transaction. What goes wrong is noted, then raised."""
    try:
        with transaction.atomic():
            handler(subscriber)(entry(sequence))
            clear_problem(sequence, subscriber)
    except Exception as problem:
        note_problem(sequence, subscriber, problem)
        raise
