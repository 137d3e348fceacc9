"""Giving a saved filter another name."""

from __future__ import annotations

from django.db import transaction

from comity.casework.models.saved_filter import LONGEST_NAME, SavedFilter
from comity.casework.rules.lists.events import FilterRenamed, filter_subject
from comity.casework.rules.refusal import NotFound, refused
from comity.casework.rules.wording import line
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User


@transaction.atomic
def rename_filter(key: int, name: str, *, by: User) -> None:
    """Raises NotFound, for somebody else's too; Refused: no name, one too long, or one that another filter has."""
    kept = SavedFilter.objects.select_for_update(no_key=True).filter(owner=by, pk=key).first()
    if kept is None:
        raise NotFound("filter")
    word = line(name, "name", say("Name of the filter"), LONGEST_NAME)
    if word == kept.name:
        return
    if SavedFilter.objects.filter(owner=by, name=word).exists():
        raise refused(
            "name",
            say("Name of the filter"),
            say("You keep a filter named “{word}” already. Choose another name.", word=word),
        )
    kept.name = word
    kept.save(update_fields=["name"])
    record(FilterRenamed(subject=filter_subject(kept.pk)), actor=by.actor)
