"""The made-up past as the ledger keeps it: what happened to all requests in one chain, in order of time.

Stories overlap for months; only those that are not over yet are held in memory.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from datetime import datetime

from comity.casework.rules.events import CaseOpened, case_subject
from comity.casework.rules.handling.events import FollowUpMoved, RequestPreserved
from comity.casework.rules.made_up.node import Written
from comity.casework.rules.made_up.step import Hand, Told
from comity.casework.rules.transitions import State
from comity.kernel.digest import Digest
from comity.ledger.rules.actor import SYSTEM, Actor
from comity.ledger.rules.event import Event
from comity.ledger.rules.quick_chain import QuickChain, QuickEntry

_MOVED = {
    State.DRAFT: "drafted",
    State.RECEIVED: "received",
    State.SENT: "sent",
    State.EXECUTED: "decided",
    State.PARTLY_EXECUTED: "decided",
    State.REFUSED: "decided",
    State.WITHDRAWN: "withdrawn",
}


class PastLedger:
    """Takes what happened, gives entries. `after` is the last entry that the ledger has."""

    def __init__(self, after: tuple[int, Digest]) -> None:
        self._chain = QuickChain(*after)
        self._waiting: list[tuple[datetime, int, Actor, Event]] = []
        self._number = 0

    def tell(self, written: Written, actors: Mapping[Hand, Actor]) -> None:
        """Put a request's story among the others."""
        if case := written.case:
            opened = CaseOpened(subject=case_subject(case.reference), restricted=case.restricted)
            self._put(case.opened_at, actors[Hand.DRAFTER], opened)
        for step in written.told:
            by = SYSTEM if step.hand is Hand.NODE else actors[step.hand]
            self._put(step.at, by, step.event)
            if written.made.follows and (what := _what(step)):
                self._put(step.at, by, _moved(written, step, what))

    def until(self, moment: datetime | None) -> Iterator[QuickEntry]:
        """Entries for everything before `moment`; None: for all that is left."""
        while self._waiting and (moment is None or self._waiting[0][0] < moment):
            at, _, actor, event = heapq.heappop(self._waiting)
            yield self._chain.entry(at, actor, event)

    def _put(self, at: datetime, actor: Actor, event: Event) -> None:
        self._number += 1
        heapq.heappush(self._waiting, (at, self._number, actor, event))


def _what(step: Told) -> str:
    """As `actions.take_step` says it: preserving is no decision, and an extension's clock takes over from it."""
    if isinstance(step.event, RequestPreserved):
        return "preserved"
    return _MOVED.get(step.state, "") if step.state else ""


def _moved(written: Written, step: Told, what: str) -> FollowUpMoved:
    return FollowUpMoved(
        subject=f"request:{written.made.follows}",
        happened_at=step.at,
        follow_up=written.made.reference,
        kind=written.made.kind,
        what=what,
    )
