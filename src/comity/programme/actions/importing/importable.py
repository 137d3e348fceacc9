"""What can be imported: a declaration, what the node has beside it, and the action that keeps a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User
from comity.programme.actions.importing.enter_activity import enter_activity
from comity.programme.actions.importing.enter_budget_line import enter_budget_line
from comity.programme.actions.importing.enter_participant import enter_participant
from comity.programme.models import Project
from comity.programme.queries.imports import known_for_activities, known_for_budget_lines, known_for_participants
from comity.programme.rules.importing.activities import ACTIVITIES
from comity.programme.rules.importing.budget_lines import BUDGET_LINES
from comity.programme.rules.importing.declaration import Declaration, Known
from comity.programme.rules.importing.participants import PARTICIPANTS


@dataclass(frozen=True, slots=True)
class Importable:
    """`enter` keeps what the declaration made of a row, within the import's transaction; it may raise Refused with the
    name of a column."""

    declaration: Declaration
    known: Callable[[Project], Known]
    enter: Callable[[Project, Any, User], None]


IMPORTABLE: Mapping[str, Importable] = {
    each.declaration.what: each
    for each in (
        Importable(ACTIVITIES, known_for_activities, enter_activity),
        Importable(BUDGET_LINES, known_for_budget_lines, enter_budget_line),
        Importable(PARTICIPANTS, known_for_participants, enter_participant),
    )
}
"""By the word of addresses and commands."""


def importable(what: str) -> Importable:
    """Raises NotFound."""
    if what not in IMPORTABLE:
        raise NotFound("kind of import")
    return IMPORTABLE[what]
