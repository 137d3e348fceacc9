"""Filling a database with a made-up past, for load tests: requests in every state, their events in a valid chain.

The one action that writes rows past the other actions, by COPY; so it runs only where nothing real can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from queue import Queue
from threading import Thread

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from comity.casework.actions.copy_made_up import TABLES, MadeUpRows
from comity.casework.actions.seed_clocks import seed_clocks
from comity.casework.actions.seed_users import seed_users
from comity.casework.models.case import Case
from comity.casework.models.reference_counter import ReferenceCounter
from comity.casework.models.request import Request
from comity.casework.rules.made_up.ledger import PastLedger
from comity.casework.rules.made_up.node import Past, Written
from comity.kernel import clock
from comity.ledger.actions.copy_entries import copy_entries, end_of_chain
from comity.ledger.actions.set_aside_indexes import set_aside_indexes
from comity.ledger.rules.quick_chain import QuickEntry

_BATCH = 5000
_AHEAD = 2
"""Batches that are invented while one is written."""


class NotForSeeding(RuntimeError):
    """The database may hold something real. The text says what to do."""


@dataclass(frozen=True, slots=True)
class _Batch:
    requests: list[tuple[int, Written]]
    entries: list[QuickEntry]


def seed_requests(
    count: int,
    *,
    seed: int = 1,
    years: int = 4,
    onto: str = "",
    progress: Callable[[str, int], None] = lambda _what, _done: None,
) -> None:
    """`count` made-up requests over the last `years`, with their cases and all that happened, in one transaction.

    Deterministic by `seed` and the moment. `progress` is told what is being done, and how many requests are written.
    Raises NotForSeeding where the database has cases or requests, unless `onto` names it.
    """
    _check(onto)
    now = clock.now()
    start = now - timedelta(days=365 * years)
    with transaction.atomic():
        _without_time_limit("LOCAL")
        progress("Making users", 0)
        cast = seed_users(start.date())
        rows = MadeUpRows(cast)
        before = Request.objects.aggregate(last=Max("pk"))["last"] or 0
        past = Past(seed=seed, country=str(settings.ENV.country), prefix=settings.ENV.prefix, references=_references())
        ledger = PastLedger(end_of_chain())
        with set_aside_indexes(*(table._meta.db_table for table in TABLES)):
            done = 0
            for batch in _ahead(_batches(past.requests(count, start, now), ledger, rows, count)):
                rows.write(batch.requests)
                copy_entries(batch.entries)
                done += len(batch.requests)
                progress("Writing requests", done)
            rows.finish()
            _count_on(past.references)
            progress("Making indexes", done)
        seed_clocks(before, lambda done: progress("Computing clocks", done))
    progress("Analysing", count)
    _without_time_limit("SESSION")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _batches(written: Iterator[Written], ledger: PastLedger, rows: MadeUpRows, count: int) -> Iterator[_Batch]:
    """Requests by the thousand, each batch with the entries that precede its last request."""
    requests: list[tuple[int, Written]] = []
    for number, one in enumerate(written, 1):
        ledger.tell(one, rows.actors(number))
        requests.append((number, one))
        if number % _BATCH == 0 or number == count:
            yield _Batch(requests, list(ledger.until(one.made.born if number < count else None)))
            requests = []


def _ahead(batches: Iterator[_Batch]) -> Iterator[_Batch]:
    """The same batches, invented by a thread of their own while the database writes. Raises what that thread raised."""
    queue: Queue[_Batch | BaseException | None] = Queue(_AHEAD)

    def invent() -> None:
        try:
            for batch in batches:
                queue.put(batch)
            queue.put(None)
        except BaseException as problem:  # noqa: BLE001
            queue.put(problem)

    Thread(target=invent, daemon=True).start()
    while (item := queue.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item


def _without_time_limit(reach: str) -> None:
    """An index over a million rows takes longer than any page may wait."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET {reach} statement_timeout = 0")
        cursor.execute(f"SET {reach} lock_timeout = 0")


def _check(onto: str) -> None:
    name = connection.settings_dict["NAME"]
    if onto and onto != name:
        raise NotForSeeding(
            f"The node's database is “{name}”, not “{onto}”. Set DATABASE_URL to the one that you mean."
        )
    if not onto and (Case.objects.exists() or Request.objects.exists()):
        raise NotForSeeding(
            f"The database “{name}” has cases already. Made-up requests cannot be taken out again: seed an empty "
            f"database, or name this one with --onto {name}."
        )


def _references() -> Counter[tuple[str, int]]:
    counters = ReferenceCounter.objects.select_for_update(no_key=True)
    return Counter({(row.prefix, row.year): row.last for row in counters})


def _count_on(references: Counter[tuple[str, int]]) -> None:
    for (prefix, year), last in references.items():
        ReferenceCounter.objects.update_or_create(prefix=prefix, year=year, defaults={"last": last})
