"""Requests and cases that a text names exactly: by a reference of ours, one of theirs, or an identifier's normal form.

What is found so is meant; a search by words is for what is not.
"""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Upper

from comity.casework.models.case import Case
from comity.casework.models.request import Request
from comity.casework.models.request_identifier import RequestIdentifier
from comity.kernel.identifiers.identify import identify

MOST = 100
"""Rows that one way of naming gives."""
_REFERENCE = re.compile(r"[A-Z]{2,8}-\d{4}-\d{1,9}\Z")


def exact_requests(requests: QuerySet[Request], text: str) -> tuple[int, ...]:
    """Keys of those of `requests` that `text` names, newest first; a reference may be begun only. In three queries."""
    words = text.strip()[:200].replace("\x00", "")
    if not words:
        return ()
    found = list(_by_reference(requests, words))
    found += _keys(requests.filter(pk__in=_theirs(words)))
    if named := _named(words):
        keys = RequestIdentifier.objects.filter(named).order_by("-request_id").values("request_id")[: 2 * MOST]
        found += _keys(requests.filter(pk__in=keys))
    return tuple(dict.fromkeys(found))[:MOST]


def exact_cases(cases: QuerySet[Case], text: str) -> tuple[int, ...]:
    """Keys of those of `cases` whose reference begins with `text`."""
    words = text.strip().upper()[:30]
    if not _REFERENCE.match(words):
        return ()
    return tuple(cases.filter(reference__startswith=words).order_by("reference").values_list("pk", flat=True)[:MOST])


def _by_reference(requests: QuerySet[Request], words: str) -> tuple[int, ...]:
    begun = words.upper()[:30]
    if not _REFERENCE.match(begun):
        return ()
    return tuple(requests.filter(reference__startswith=begun).order_by("reference").values_list("pk", flat=True)[:MOST])


def _theirs(words: str) -> QuerySet[Any, Any]:
    """Keys of those with this reference of the other side. Spelled so that PostgreSQL can use the index of those that
    have one, and without an order: asked for the newest, it reads a million rows backwards instead."""
    theirs = Request.objects.order_by().alias(theirs=Upper("their_reference"))
    return theirs.filter(Q(theirs=Upper(Value(words))) & ~Q(their_reference="")).values("pk")[: 2 * MOST]


def _named(words: str) -> Q | None:
    """Rows of identifiers that the text reads as; None where it names none."""
    found = identify(words).distinct
    named = Q(pk__in=())
    for one in found[:5]:
        named |= Q(value=one.value[:500], type=one.type.value)
    return named if found else None


def _keys(requests: QuerySet[Request]) -> list[int]:
    return list(requests.order_by("-pk").values_list("pk", flat=True)[:MOST])
