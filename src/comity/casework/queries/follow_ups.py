"""What may follow a request as the next ticket of its chain, for a user who may draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.casework.models.request import Request
from comity.casework.queries.chain import ChainLink
from comity.casework.rules.chains import possible_follow_ups
from comity.casework.rules.declaration import Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.letter_owed import letter_owed
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class FollowUpChoice:
    """A kind that may follow."""

    kind: str
    label: str


def follow_up_choices(request: Request, roles: frozenset[Role]) -> tuple[FollowUpChoice, ...]:
    """What this user may draft after `request`; nothing before it has left or arrived."""
    if not roles & {Role.DRAFTER, Role.DUTY_OFFICER} or not _has_travelled(request):
        return ()
    following = possible_follow_ups(kind(request.kind), Direction(request.direction))
    return tuple(FollowUpChoice(each.name, each.label) for each in following)


def follow_up_owed(
    request: Request, choices: Sequence[FollowUpChoice], chain: Sequence[ChainLink]
) -> FollowUpChoice | None:
    """The letter that tells the other side where the request stands, unless one like it follows already."""
    owed = letter_owed(
        Direction(request.direction),
        State(request.state),
        left=request.sent_on is not None,
        expects_answer=kind(request.kind).lifecycle is Lifecycle.REQUEST,
    )
    if any(link.follows == request.reference and link.kind == owed for link in chain):
        return None
    return next((choice for choice in choices if choice.kind == owed), None)


def _has_travelled(request: Request) -> bool:
    return request.received_at is not None or request.sent_on is not None
