"""The foot of the desk: test calls, the note of the last shift, and urgent calls that are no ticket yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from comity.casework.models.phone_call import PhoneCall
from comity.casework.queries.phone_log import CallLine, call_line
from comity.casework.queries.pings import PingView, counterparts
from comity.casework.queries.visible import CASE_ROLES
from comity.casework.rules.duty.calls import CallDirection
from comity.kernel import clock
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.queries.roster import ShiftView, last_handover

_SHOWN = 3
_OPEN_FOR = timedelta(days=3)
"""An urgent call that nobody made a ticket of within this time is history."""


@dataclass(frozen=True, slots=True)
class DeskFoot:
    """`due` of `counterparts` should be called to test them."""

    calls: tuple[CallLine, ...]
    handover: ShiftView | None
    pings: tuple[PingView, ...]
    due: int
    counterparts: int


def desk_foot(user: User) -> DeskFoot | None:
    """None for whoever sees no cases. Five queries, however much there is."""
    if not roles_of(user) & CASE_ROLES:
        return None
    known = counterparts()
    tested = sorted((one.last for one in known if one.last), key=lambda ping: ping.at, reverse=True)
    return DeskFoot(
        calls=_urgent_calls(),
        handover=last_handover(),
        pings=tuple(tested[:_SHOWN]),
        due=sum(one.due for one in known),
        counterparts=len(known),
    )


def _urgent_calls() -> tuple[CallLine, ...]:
    """They belong to no request, so everybody who sees cases may read them."""
    waiting = PhoneCall.objects.filter(
        urgent=True, request=None, direction=CallDirection.THEY_CALLED, at__gte=clock.now() - _OPEN_FOR
    )
    return tuple(map(call_line, waiting.select_related("by", "request")[:_SHOWN]))
