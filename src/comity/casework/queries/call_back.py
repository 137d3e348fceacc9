"""The call-back of an emergency: whether one has verified who asks, by whom, and whom the directory names to call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comity.casework.models.request import Request
from comity.casework.queries.contact_points import ContactPoint, directory
from comity.casework.queries.handling import ticket_of
from comity.casework.rules.declaration import Addressee
from comity.casework.rules.direction import Direction
from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.handling.events import CallBackMade
from comity.casework.rules.handling.fields import VERIFIED, fields_of
from comity.casework.rules.handling.table import Step, why_not_step
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.ledger.rules.entry import EntryView
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class CallMade:
    """A call-back that was recorded; `at` in UTC."""

    at: datetime
    by: str
    verified: bool
    number_from: str
    spoken_with: str


@dataclass(frozen=True, slots=True)
class CallBack:
    """What stands between an emergency and its disclosure. `why_not` is empty where this user can record one now.

    On an incoming request `points` are whom to call, and `given_number` is the number that came with the request, which
    proves nothing; on an outgoing one `given_number` is where they will call us.
    """

    reference: str
    incoming: bool
    other_side: str
    points: tuple[ContactPoint, ...]
    given_number: str
    calls: tuple[CallMade, ...]
    fields: tuple[FieldSpec, ...]
    why_not: str

    @property
    def verified(self) -> bool:
        """The last one counts."""
        return bool(self.calls) and self.calls[-1].verified

    @property
    def failed(self) -> bool:
        return bool(self.calls) and not self.calls[-1].verified


def call_back_of(request: Request, entries: Iterable[EntryView], user: User) -> CallBack | None:
    """None where the kind needs no call-back, or the request has neither left nor arrived: without any query."""
    if not kind(request.kind).needs_call_back or State(request.state) in _BEFORE:
        return None
    known = tuple(entries)
    incoming = request.direction == Direction.INCOMING
    number = request.content.get("call_back_number")
    return CallBack(
        reference=request.reference,
        incoming=incoming,
        other_side=_other_side(request),
        points=directory(request.counterpart) if incoming else (),
        given_number=number.strip() if isinstance(number, str) else "",
        calls=tuple(_made(entry) for entry in known if entry.name == CallBackMade.name),
        fields=fields_of(Step.CALL_BACK),
        why_not=why_not_step(Step.CALL_BACK, ticket_of(request, known), roles_of(user)),
    )


_BEFORE = frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SIGNED, State.READY})


def _other_side(request: Request) -> str:
    """As it stands within a sentence."""
    if kind(request.kind).addressee is Addressee.PROVIDER and request.direction == Direction.OUTGOING:
        return say("the provider")
    return country_in_sentence(request.counterpart)


def _made(entry: EntryView) -> CallMade:
    said = entry.payload["said"]
    return CallMade(
        at=datetime.fromisoformat(entry.payload["happened_at"]),
        by=entry.actor_display,
        verified=said.get("result") == VERIFIED,
        number_from=str(said.get("number_from", "")),
        spoken_with=str(said.get("spoken_with", "")),
    )
