"""A place in a list that is ordered by a moment, newest first: where a page ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q


@dataclass(frozen=True, slots=True)
class Place:
    """The moment (UTC) and the number of the last row of a page."""

    at: datetime
    row: int

    def after(self, moment: str) -> Q:
        """The condition on rows that come after this place, ordered by the field `moment` and `id`, both descending.

        Its first part is what lets PostgreSQL begin in the middle of an index.
        """
        return Q(**{f"{moment}__lte": self.at}) & (
            Q(**{f"{moment}__lt": self.at}) | Q(**{moment: self.at, "id__lt": self.row})
        )
