"""Rows that hold words: whole words and their stems first; only if no row has them, words that begin so.

PostgreSQL guesses badly how frequent a word is that its statistics do not list (words in titles, beginnings of words
anywhere), and then reads a whole list for what hardly occurs. For those, the index of words is asked first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from comity.casework.models.case import Case
from comity.casework.models.matching import Matching
from comity.casework.rules.search_words import Sought

MOST = 1000
"""Rows up to which words are rare, and that the beginning of a word gives at most."""


def by_words(rows: QuerySet[Any], words: Sought) -> Q:
    """The condition on `rows` (of cases or requests) that they hold `words`."""
    whole = replace(words, beginning="")
    if rows.model is Case:
        if some := _some(rows, whole):
            return Q(pk__in=some) if len(some) <= MOST else Q(Matching(whole))
    elif not words.beginning or rows.filter(Matching(whole)).exists():
        return Q(Matching(whole))
    return Q(pk__in=_some(rows, words) if words.beginning else ())


def _some(rows: QuerySet[Any], words: Sought) -> list[int]:
    """One more than `MOST` at most, in no order, by the index of words alone."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        found = list(rows.filter(Matching(words)).order_by().values_list("pk", flat=True)[: MOST + 1])
        cursor.execute("SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = on")
    return found
