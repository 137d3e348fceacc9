"""Giving the next reference, inside another action's transaction: one that is rolled back is given again."""

from __future__ import annotations

from django.conf import settings
from django.db import connection

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
    """Nobody else is given a number until the caller's transaction ends, so that numbers have no gap.

    Sent at once: whoever drafts many requests waits for each of them here.
    """
    year = clock.now().year
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [_LOCK, prefix, year])
        cursor.nextset()
        return Reference(prefix, year, int(cursor.fetchone()[0]))


_LOCK = 0x6E756D62
"""“numb” in ASCII: one advisory lock for every counter, since an action may need two of them and another action the
same two in the other order. Taken before the ledger's lock, never after it: allocate first, then record."""

_COUNT = """
SELECT pg_advisory_xact_lock(%s);
INSERT INTO casework_referencecounter AS counter (prefix, year, last) VALUES (%s, %s, 1)
ON CONFLICT (prefix, year) DO UPDATE SET last = counter.last + 1
RETURNING last
"""
