"""One transaction at a time changes which packs are current, so that each is judged beside what really stands."""

from __future__ import annotations

from django.db import connection

_LOCK = 0x7061636B73
"""“packs” in ASCII: the advisory lock that whoever replaces a pack holds to the end of the transaction."""


def hold_packs() -> None:
    """Wait until nobody else replaces a pack, and keep others from it until this transaction ends.

    A lock of the replaced row is not enough: two packs that are each sound beside the other's old version may be
    unsound together. Order of locks: this one, then rows of packs and offers, then the ledger's, which `record` takes
    last. Whoever holds it waits for no other row. Taking it twice does no harm.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
