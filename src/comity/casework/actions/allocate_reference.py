"""Giving the next reference, inside another action's transaction: one that is rolled back is given again."""

from __future__ import annotations

from django.conf import settings

from comity.casework.models.reference_counter import ReferenceCounter
from comity.kernel import clock
from comity.kernel.reference import Reference

CASES = "CASE"
"""The prefix of cases, which stay on the node; requests carry the node's own prefix, since they travel."""


def allocate_case_reference() -> Reference:
    """For example CASE-2026-00012."""
    return _next(CASES)


def allocate_request_reference() -> Reference:
    """For example GE-2026-00042, with the node's prefix."""
    return _next(settings.ENV.prefix)


def _next(prefix: str) -> Reference:
    """The counter's row stays locked until the caller's transaction ends, so that numbers have no gap."""
    year = clock.now().year
    ReferenceCounter.objects.bulk_create([ReferenceCounter(prefix=prefix, year=year)], ignore_conflicts=True)
    counter = ReferenceCounter.objects.select_for_update().get(prefix=prefix, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return Reference(prefix, year, counter.last)
