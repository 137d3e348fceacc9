"""Delivering in this process, without a worker: for tests, and for a console that cannot wait."""

from __future__ import annotations

from asgiref.sync import async_to_sync
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job, Status

from comity.ledger.actions.deliver import deliver
from comity.ledger.rules.bell import QUEUE


def deliver_due() -> int:
    """Make every delivery that is due, and those that they bring about, through Django's connection. How many it made.

    Raises what the first failing subscriber raised, once that failure is noted and the next try planned, as a worker
    would.
    """
    worker = async_to_sync(app.job_manager.register_worker)()
    done = 0
    try:
        while job := async_to_sync(app.job_manager.fetch_job)(queues=[QUEUE], worker_id=worker):
            _deliver(job)
            done += 1
    finally:
        async_to_sync(app.job_manager.unregister_worker)(worker)
    return done


def _deliver(job: Job) -> None:
    try:
        deliver(**ProcrastinateJob.objects.get(pk=job.id).args)  # Django's connection leaves the job's own as text
    except Exception as problem:
        retry = deliver.get_retry_exception(exception=problem, job=job)
        if retry is None:
            _finish(job, Status.FAILED)
        else:
            async_to_sync(app.job_manager.retry_job)(job=job, retry_at=retry.retry_decision.retry_at)
        raise
    _finish(job, Status.SUCCEEDED)


def _finish(job: Job, status: Status) -> None:
    async_to_sync(app.job_manager.finish_job)(job=job, status=status, delete_job=status is Status.SUCCEEDED)
