"""The desk: what arrived, what runs out, what waits for this user."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from comity.casework.models.intake import Intake
from comity.casework.models.request import Request
from comity.casework.queries.desk_columns import MOST, Column, Wanted, column_rows
from comity.casework.queries.request_line import RequestLine, request_line
from comity.casework.queries.running_clocks import running_clocks
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.declaration import Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.table import Step as Handling
from comity.casework.rules.handling.table import roles_for
from comity.casework.rules.intake import Step
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.transitions import TABLE, State, Verb
from comity.kernel.words import say
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class DeskItem:
    """A request and why it is here; `verb` is what this user can do next."""

    request: RequestLine
    why: str
    verb: Verb | None = None


@dataclass(frozen=True, slots=True)
class OpenIntake:
    """A wizard that this user began and has not finished."""

    id: UUID
    step: Step
    text: str


@dataclass(frozen=True, slots=True)
class Desk:
    """`running` is sorted by time left. `more` says that a column holds more than it shows. `may_start`: the wizard."""

    arrived: tuple[DeskItem, ...]
    running: tuple[DeskItem, ...]
    waiting: tuple[DeskItem, ...]
    intakes: tuple[OpenIntake, ...]
    more: bool
    may_start: bool

    @property
    def empty(self) -> bool:
        return not (self.arrived or self.running or self.waiting or self.intakes)


def desk(user: User) -> Desk:
    """Everything for this user's desk, in a fixed number of queries however many requests there are."""
    roles = roles_of(user)
    rows = column_rows(visible_requests(user, held=roles), [*_arriving(user, roles), *_waits(user, roles)])
    arrived = (
        *_items((rows[Column.URGENT] + rows[Column.RECEIVED])[: MOST + 1], _why_received),
        *_items(rows[Column.OURS], _why_arrived),
    )
    running = _running(user, roles)
    waiting = _items(rows[Column.WAITING], _why_waiting)
    return Desk(
        arrived=arrived[:MOST],
        running=running[:MOST],
        waiting=waiting[:MOST],
        intakes=_intakes(user, roles),
        more=any(len(column) > MOST for column in (arrived, running, waiting)),
        may_start=bool(roles & _STARTERS),
    )


_STARTERS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER})


def _arriving(user: User, roles: frozenset[Role]) -> list[Wanted]:
    """What others ask of us; what was returned to whoever had a hand in it; and for whoever sends what is signed and
    checked, or held."""
    returned = Wanted(Column.OURS, Q(_own(user), state=State.DRAFT) & ~Q(return_reason=""))
    if not roles & TABLE[Verb.MARK_SENT].roles:
        return [returned]
    received = Q(direction=Direction.INCOMING.value, state=State.RECEIVED)
    return [
        Wanted(Column.URGENT, received & Q(urgent=True)),
        Wanted(Column.RECEIVED, received & Q(urgent=False)),
        returned,
        Wanted(Column.OURS, Q(state=State.READY)),
        Wanted(Column.OURS, Q(state=State.SIGNED) & ~Q(hold_reason="")),
    ]


def _waits(user: User, roles: frozenset[Role]) -> list[Wanted]:
    wanted: list[Q] = []
    if roles & TABLE[Verb.APPROVE].roles:
        wanted.append(Q(state=State.IN_REVIEW) & ~Q(_own(user)))
    if roles & TABLE[Verb.SIGN].roles:
        wanted.append(Q(state=State.APPROVED))
    if roles & TABLE[Verb.EDIT].roles:
        wanted.append(Q(state=State.DRAFT, drafted_by=user, return_reason=""))
    if roles & roles_for(Handling.EXECUTE, Direction.INCOMING):
        wanted.append(Q(direction=Direction.INCOMING.value, state=State.ACKNOWLEDGED, kind__in=_asking()))
    return [Wanted(Column.WAITING, one) for one in wanted]


def _own(user: User) -> Exists:
    """Whether `user` had a hand in a request: asked row by row, since of a busy person's there are very many."""
    return Exists(Request.editors.through.objects.filter(request_id=OuterRef("pk"), user=user))


def _why_received(request: Request) -> tuple[str, Verb | None]:
    if kind(request.kind).lifecycle is Lifecycle.NOTICE:
        return say("It tells what the other side did. Acknowledge it, and record what it says."), None
    return say("It waits for an acknowledgement."), None


def _why_arrived(request: Request) -> tuple[str, Verb | None]:
    if request.state == State.READY:
        return say("Signed and checked: it can be sent."), Verb.MARK_SENT
    if request.state == State.SIGNED:
        return request.hold_reason, Verb.WITHDRAW
    who = request.returned_by.display_name if request.returned_by else "Somebody"
    return say("{who} returned it: {return_reason}", who=who, return_reason=request.return_reason), Verb.EDIT


def _running(user: User, roles: frozenset[Role]) -> tuple[DeskItem, ...]:
    """What we must do before a clock ends, once for each request: what ends first. Its later clocks, and those on which
    the other side must act, stand on the page of clocks."""
    first: dict[str, RequestLine] = {}
    for line in running_clocks(user, held=roles, ours=True, limit=2 * MOST):
        first.setdefault(line.reference, line)
    return tuple(DeskItem(line, line.clock.next_step if line.clock else "") for line in first.values())


def _asking() -> list[str]:
    """The kinds that expect an answer."""
    return [each.name for each in kinds().values() if each.lifecycle is Lifecycle.REQUEST]


def _why_waiting(request: Request) -> tuple[str, Verb | None]:
    return {
        State.ACKNOWLEDGED: (say("It waits for your decision: execute, consult, postpone or refuse."), None),
        State.IN_REVIEW: (say("It waits for your approval."), Verb.APPROVE),
        State.APPROVED: (say("It is approved and waits for a signature."), Verb.SIGN),
        State.DRAFT: (say("Your draft."), Verb.EDIT),
    }[State(request.state)]


def _intakes(user: User, roles: frozenset[Role]) -> tuple[OpenIntake, ...]:
    if not roles & _STARTERS:
        return ()
    rows = Intake.objects.filter(owner=user, request=None).exclude(text="").only("id", "step", "text")[:MOST]
    return tuple(OpenIntake(row.pk, Step(row.step), " ".join(row.text.split())[:80]) for row in rows)


def _items(rows: Iterable[Request], why: Callable[[Request], tuple[str, Verb | None]]) -> tuple[DeskItem, ...]:
    return tuple(DeskItem(request_line(row), *why(row)) for row in rows)
