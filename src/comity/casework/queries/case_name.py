"""A case's reference and title, for a page that only names it."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.queries.visible import case_of, visible_cases
from comity.people.models.user import User

MOST = 50


@dataclass(frozen=True, slots=True)
class CaseName:
    reference: str
    title: str


def case_name(user: User, reference: str) -> CaseName:
    """Raises NotFound, for a hidden case too."""
    found = case_of(visible_cases(user).only("reference", "title"), reference)
    return CaseName(found.reference, found.title)


def newest_cases(user: User) -> tuple[CaseName, ...]:
    """The newest cases that `user` may see, to choose one from."""
    rows = visible_cases(user).order_by("-opened_at", "-id").only("reference", "title")[:MOST]
    return tuple(CaseName(row.reference, row.title) for row in rows)
