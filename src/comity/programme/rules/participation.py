"""Who takes part in an activity: the states from the invitation to the certificate, and the steps between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.rules.refusal import Refused


class ParticipantState(StrEnum):
    """Where somebody stands with an activity."""

    INVITED = "invited"
    REGISTERED = "registered"
    WAITING = "waiting-list"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ATTENDED = "attended"
    ABSENT = "absent"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return "on the waiting list" if self is ParticipantState.WAITING else self.value

    @property
    def takes_a_place(self) -> bool:
        return self in _TAKES_A_PLACE


class EventRole(StrEnum):
    """As what somebody takes part."""

    PARTICIPANT = "participant"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    TRAINER = "trainer"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    ORGANISER = "organiser"

    @property
    def label(self) -> str:
        return self.value


class Asked(StrEnum):
    """What a registration may ask beside name and e-mail address. There is nothing else to choose: what an organiser
    need not know is not kept."""

    INSTITUTION = "institution"
    COUNTRY = "country"
    ROLE = "role"
    TRAVEL = "travel"

    @property
    def label(self) -> str:
        return {
            Asked.INSTITUTION: "institution",
            Asked.COUNTRY: "country",
            Asked.ROLE: "role at the event",
            Asked.TRAVEL: "whether travel support is needed",
        }[self]


_S = ParticipantState
_TAKES_A_PLACE = frozenset({_S.REGISTERED, _S.ACCEPTED, _S.ATTENDED, _S.ABSENT})
HOLDS_A_SEAT = frozenset({_S.ACCEPTED, _S.ATTENDED, _S.ABSENT})
"""Whose place is decided."""

NEXT: Mapping[ParticipantState, tuple[ParticipantState, ...]] = {
    _S.INVITED: (_S.CANCELLED,),
    _S.REGISTERED: (_S.ACCEPTED, _S.DECLINED, _S.ATTENDED, _S.ABSENT, _S.CANCELLED),
    _S.WAITING: (_S.ACCEPTED, _S.DECLINED, _S.CANCELLED),
    _S.ACCEPTED: (_S.ATTENDED, _S.ABSENT, _S.DECLINED, _S.CANCELLED),
    _S.DECLINED: (_S.ACCEPTED,),
    _S.ATTENDED: (_S.ABSENT,),
    _S.ABSENT: (_S.ATTENDED,),
    _S.CANCELLED: (),
}
"""From each state, those to which the office or the person may go on. Whoever is invited, or has cancelled, comes in by
registering, which takes consent."""

REGISTERS_ANEW = frozenset({_S.INVITED, _S.CANCELLED})
"""From which a registration leads on; in all others a second one changes nothing."""


def may_move(state: ParticipantState, to: ParticipantState) -> None:
    """Raises Refused where `to` does not follow."""
    if to in NEXT[state]:
        return
    if state is _S.INVITED:
        raise Refused("to", say("Whoever is invited registers first: the registration holds their consent."))
    raise Refused("to", say("Whoever is {state} cannot become {to}.", state=said(state.label), to=said(to.label)))


def state_on_registering(capacity: int | None, taken: int) -> ParticipantState:
    """Registered while a place is left, else on the waiting list. `capacity` None: no limit was set."""
    return _S.REGISTERED if capacity is None or taken < capacity else _S.WAITING


def expect_seat(capacity: int | None, seats: int) -> None:
    """Raises Refused where no place is left to accept somebody for."""
    if capacity is not None and seats >= capacity:
        raise Refused(
            "to",
            say(
                "All {capacity} places are given. Raise the number of places, or decline somebody first.",
                capacity=capacity,
            ),
        )
