"""Keeping the identifiers of a request where they can be found, in step with its content."""

from __future__ import annotations

from comity.casework.models.request import Request
from comity.casework.models.request_identifier import RequestIdentifier
from comity.casework.rules.named import named_in
from comity.casework.rules.registry import kind


def index_identifiers(request: Request, *, new: bool = False) -> None:
    """Rewrite the rows of `request`'s identifiers after its content was saved, in the same transaction.

    A request that is `new` has none yet, so none are looked for.
    """
    wanted = set(named_in(kind(request.kind), request.content))
    rows = RequestIdentifier.objects.filter(request=request)
    kept = {} if new else {(row.type, row.value): row.pk for row in rows}
    if gone := [key for name, key in kept.items() if name not in wanted]:
        rows.filter(pk__in=gone).delete()
    RequestIdentifier.objects.bulk_create(
        [RequestIdentifier(request=request, type=type_, value=value) for type_, value in sorted(wanted - set(kept))]
    )
