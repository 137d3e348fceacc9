"""Which request or notice may come after which, and who writes it. Knows no kind by name."""

from __future__ import annotations

from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kinds


def possible_follow_ups(kind: Kind, direction: Direction) -> tuple[Kind, ...]:
    """What this node can write after a ticket of `kind` that went in `direction`, by name.

    After what we sent, we ask further, add, withdraw. After what we received, we answer.
    """
    ours = direction is Direction.INCOMING
    return tuple(later for later in kinds().values() if later.may_follow(kind) and turns(later, kind) is ours)


def turns(later: Kind, earlier: Kind) -> bool:
    """Whether `later` comes from the side that received `earlier`: an answer, or whatever follows a notice."""
    return later.answers or earlier.lifecycle is Lifecycle.NOTICE
