"""When a bundle may still change: as long as nobody stands behind the letter that lists it."""

from __future__ import annotations

from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import State
from comity.kernel.words import noted, say
from comity.people.rules.roles import Role, needs

HANDS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER})
OPEN = frozenset({State.DRAFT, State.IN_REVIEW})


def why_closed(direction: Direction, state: State, roles: frozenset[Role]) -> str:
    """Why nothing can be added or changed now, by somebody with `roles`; empty where it can. To what arrived, what
    belongs to it is added as it comes in, whatever its state."""
    if direction is Direction.OUTGOING and state not in OPEN:
        return f"{say(_CLOSED)} {say(state.sentence)}"
    return "" if roles & HANDS else needs(sorted(HANDS))


_CLOSED = noted(
    "Attachments change only while the request is a draft or in review: from its approval on, the letter lists exactly "
    "those. What comes later goes along with a supplement."
)
