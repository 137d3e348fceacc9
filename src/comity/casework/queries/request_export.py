"""The requests that a filter chooses, as rows for a table or a program: streamed, so that no list is held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from comity.casework.queries.filtered import filtered_requests
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.lists.request_filter import RequestFilter
from comity.casework.rules.registry import kinds
from comity.casework.rules.transitions import State
from comity.people.models.user import User

MOST = 10_000
"""Rows of one export; a longer list is narrowed first, by year or country."""

COLUMNS = (
    "reference",
    "their_reference",
    "direction",
    "kind",
    "kind_label",
    "state",
    "state_label",
    "counterpart",
    "urgent",
    "case",
    "case_title",
    "created_at",
    "received_at",
    "sent_on",
    "changed_at",
)

Row = dict[str, str | bool | None]


def exported(user: User, wanted: RequestFilter) -> Iterator[Row]:
    """Up to `MOST` rows in the order of the list. Moments are ISO 8601 in UTC, what is not known is None."""
    yield from _rows(filtered_requests(user, wanted).values_list(*_FIELDS)[:MOST].iterator(chunk_size=1000))


def exported_ones(user: User, references: Sequence[str]) -> Iterator[Row]:
    """Those of `references` that `user` may see, last changed first."""
    rows = visible_requests(user).filter(reference__in=references).order_by("-changed_at", "-id")
    yield from _rows(rows.values_list(*_FIELDS))


_FIELDS = (
    "reference",
    "their_reference",
    "direction",
    "kind",
    "state",
    "counterpart",
    "urgent",
    "case__reference",
    "case__title",
    "created_at",
    "received_at",
    "sent_on",
    "changed_at",
)


def _rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    known = kinds()
    for row in rows:
        said = dict(zip(_FIELDS, row, strict=True))
        yield {
            "reference": said["reference"],
            "their_reference": said["their_reference"],
            "direction": said["direction"],
            "kind": said["kind"],
            "kind_label": known[said["kind"]].label if said["kind"] in known else said["kind"],
            "state": said["state"],
            "state_label": State(said["state"]).label,
            "counterpart": said["counterpart"],
            "urgent": said["urgent"],
            "case": said["case__reference"],
            "case_title": said["case__title"],
            **{name: said[name].isoformat() if said[name] else None for name in _MOMENTS},
        }


_MOMENTS = ("created_at", "received_at", "sent_on", "changed_at")
