"""The filters that a user keeps."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.models.saved_filter import SavedFilter
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """`query` is the filter as the list's address says it."""

    key: int
    name: str
    query: str


def saved_filters(user: User) -> tuple[KeptFilter, ...]:
    """The user's own, by name."""
    return tuple(KeptFilter(row.pk, row.name, row.query) for row in SavedFilter.objects.filter(owner=user))
