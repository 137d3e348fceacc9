"""Keeping the identifiers of a request where they can be found, in step with its content."""

from __future__ import annotations

from django.db import connection

from comity.casework.models.request import Request
from comity.casework.models.request_identifier import RequestIdentifier
from comity.casework.rules.named import named_in
from comity.casework.rules.registry import kind


def index_identifiers(request: Request, *, new: bool = False) -> None:
    """Rewrite the rows of `request`'s identifiers after its content was saved, in the same transaction.

    A request that is `new` has none yet, so none are looked for.
    """
    wanted = set(named_in(kind(request.kind), request.content))
    kept = {} if new else _kept(request)
    if gone := [key for name, key in kept.items() if name not in wanted]:
        RequestIdentifier.objects.filter(pk__in=gone).delete()
    if added := sorted(wanted - set(kept)):
        _add(request, added)


def _kept(request: Request) -> dict[tuple[str, str], int]:
    return {(row.type, row.value): row.pk for row in RequestIdentifier.objects.filter(request=request)}


def _add(request: Request, added: list[tuple[str, str]]) -> None:
    """In plain SQL: whoever drafts next waits for this one."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [request.pk, [type_ for type_, _ in added], [value for _, value in added]])


_ADD = """
INSERT INTO casework_requestidentifier (request_id, type, value)
SELECT %s, type, value FROM unnest(%s::text[], %s::text[]) AS named (type, value)
"""
