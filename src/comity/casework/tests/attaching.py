"""Attaching a court order to a request, and what the tests then look at."""

from __future__ import annotations

from typing import Any

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.models import Request
from comity.documents.tests import attached_files as files
from comity.ledger.queries.entries import entries_about


def attach(reference: str, by: Any, content: bytes = b"", **changes: Any) -> int:
    """The order of 2 March, a PDF of two pages in Georgian, but for `changes`."""
    told = {"name": "order.pdf", "sort": "court-order", "title": "Order of 2 March", "language": "ka"} | changes
    return add_attachment(reference, content or files.pdf(2), by=by, **told)


def names(reference: str) -> list[str]:
    return [entry.name for entry in entries_about(f"request:{reference}")]


def stored(reference: str) -> Request:
    return Request.objects.get(reference=reference)


def version_of(reference: str) -> int:
    return stored(reference).version
