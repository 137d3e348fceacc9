"""Keeping a saved filter no longer."""

from __future__ import annotations

from django.db import transaction

from comity.casework.models.saved_filter import SavedFilter
from comity.casework.rules.lists.events import FilterDeleted, filter_subject
from comity.casework.rules.refusal import NotFound
from comity.ledger.actions.record import record
from comity.people.models.user import User


@transaction.atomic
def delete_filter(key: int, *, by: User) -> None:
    """Raises NotFound, for somebody else's too."""
    deleted, _ = SavedFilter.objects.filter(owner=by, pk=key).delete()
    if not deleted:
        raise NotFound("filter")
    record(FilterDeleted(subject=filter_subject(key)), actor=by.actor)
