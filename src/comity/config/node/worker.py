"""The worker: carries out the jobs that the database holds, and picks up those that a killed worker left half-done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import django

from comity.config.node.lifeline import hold_on

if TYPE_CHECKING:
    from procrastinate import App

STALLED = 60.0
"""Seconds without a sign of life after which a worker's job is handed to another."""

GRACE = 8.0
"""Seconds that a running job gets to finish when the worker is asked to stop; else it is begun again later."""


def work() -> None:
    """Carry out jobs until asked to stop."""
    hold_on()
    django.setup()
    asyncio.run(_run(_worker_app()))


def _worker_app() -> App:
    """The application's tasks on a connection pool of the worker's own.

    What a task defers still goes through Django's connection, and so into the task's own transaction.
    """
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.db_cleanup import DjangoApp
    from procrastinate.contrib.django.utils import connector_params
    from procrastinate.psycopg_connector import PsycopgConnector

    pool = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=4)
    worker = DjangoApp(connector=pool, import_paths=app.import_paths, worker_defaults=app.worker_defaults)
    worker.tasks = app.tasks
    worker.periodic_registry = app.periodic_registry
    return worker


async def _run(app: App) -> None:
    async with app.open_async():
        rescue = asyncio.create_task(_rescue(app))
        try:
            await app.run_worker_async(shutdown_graceful_timeout=GRACE)
        finally:
            rescue.cancel()


async def _rescue(app: App) -> None:
    """Put back, every half minute, the jobs of workers that show no sign of life."""
    from procrastinate.exceptions import ConnectorException

    while True:
        try:
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
                await app.job_manager.retry_job(job)
        except ConnectorException:
            pass  # the database is away; the worker itself reports that, and the next round comes
        await asyncio.sleep(STALLED / 2)
