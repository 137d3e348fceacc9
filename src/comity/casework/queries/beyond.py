"""The rows of a list that come after a mark: how a page is found however far down the list it is."""

from __future__ import annotations

from django.db.models import Q

from comity.casework.rules.lists.mark import Mark


def beyond(mark: Mark, moment: str) -> Q:
    """The condition on rows after `mark` in a list ordered by the field `moment` and `id`, both descending.

    Its first part, though implied, is what lets PostgreSQL begin in the middle of an index.
    """
    return Q(**{f"{moment}__lte": mark.at}) & (
        Q(**{f"{moment}__lt": mark.at}) | Q(**{moment: mark.at, "id__lt": mark.row})
    )
