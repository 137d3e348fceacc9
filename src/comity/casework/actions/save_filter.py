"""Keeping a filter of the list of requests under a name."""

from __future__ import annotations

from django.db import transaction

from comity.casework.models.saved_filter import LONGEST_NAME, LONGEST_QUERY, SavedFilter
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.lists.events import FilterSaved, filter_subject
from comity.casework.rules.lists.request_filter import RequestFilter
from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import line
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User

MOST = 50


@transaction.atomic
def save_filter(name: str, wanted: RequestFilter, *, by: User) -> int:
    """Keep `wanted` as `name`, in place of what was kept under that name; returns its number.

    Raises NotEntitled; Refused: no name, one too long, a filter that says nothing or too much, or too many of them.
    """
    require(by, *CASE_ROLES)
    word = line(name, "name", say("Name of the filter"), LONGEST_NAME)
    query = wanted.query
    if not query:
        raise refused(
            "name", say("Name of the filter"), say("This filter chooses nothing: set it first, then save it.")
        )
    if len(query) > LONGEST_QUERY:
        raise refused(
            "name", say("Name of the filter"), say("What this filter looks for is too long to keep. Shorten its text.")
        )
    mine = SavedFilter.objects.filter(owner=by)
    if not mine.filter(name=word).exists() and mine.count() >= MOST:
        raise refused(
            "name", say("Name of the filter"), say("You keep {most} filters already. Delete one first.", most=MOST)
        )
    kept, _ = SavedFilter.objects.update_or_create(
        owner=by, name=word, defaults={"query": query, "saved_at": clock.now()}
    )
    record(FilterSaved(subject=filter_subject(kept.pk)), actor=by.actor)
    return kept.pk
