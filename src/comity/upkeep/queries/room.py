"""How many a sender, or an address open to everybody, may leave on this node within a time: one way for all of them."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import QuerySet

from comity.upkeep.rules.refusal import TooMany


def expect_room(key: str, recent: QuerySet[Any], most: int, sentence: str) -> None:
    """Raises TooMany with the sentence where `recent` has `most` rows already.

    Whoever comes once it is full is turned away by one look. The others are counted under a lock of the key's own,
    which the transaction holds, so that those who come at once are all counted.
    """
    if recent.count() >= most:
        raise TooMany(sentence)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    if recent.count() >= most:
        raise TooMany(sentence)
