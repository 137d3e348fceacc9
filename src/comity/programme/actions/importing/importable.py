"""What can be imported: a declaration, what the node has beside it, and what keeps its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.refusal import NotFound
from comity.ledger.rules.event import Event
from comity.people.models.user import User
from comity.programme.actions.importing.enter_activities import enter_activities
from comity.programme.actions.importing.enter_budget_lines import enter_budget_lines
from comity.programme.actions.importing.enter_participants import enter_participants
from comity.programme.models import Project
from comity.programme.queries.imports import known_for_activities, known_for_budget_lines, known_for_participants
from comity.programme.rules.importing.activities import ACTIVITIES
from comity.programme.rules.importing.budget_lines import BUDGET_LINES
from comity.programme.rules.importing.declaration import Declaration, Known
from comity.programme.rules.importing.participants import PARTICIPANTS


@dataclass(frozen=True, slots=True)
class Importable:
    """`enter` keeps what the declaration made of the rows, within the import's transaction, and returns what is to be
    recorded; it may raise RowRefused."""

    declaration: Declaration
    known: Callable[[Project], Known]
    enter: Callable[[Project, Any, User], Sequence[Event]]


IMPORTABLE: Mapping[str, Importable] = {
    each.declaration.what: each
    for each in (
        Importable(ACTIVITIES, known_for_activities, enter_activities),
        Importable(BUDGET_LINES, known_for_budget_lines, enter_budget_lines),
        Importable(PARTICIPANTS, known_for_participants, enter_participants),
    )
}
"""By the word of addresses and commands."""


def importable(what: str) -> Importable:
    """Raises NotFound."""
    if what not in IMPORTABLE:
        raise NotFound("kind of import")
    return IMPORTABLE[what]
