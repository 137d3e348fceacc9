"""Who may do what with a proposal in which state: four eyes, and no decision twice."""

from __future__ import annotations

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.upkeep.rules.refusal import NotNow

OPEN, RETURNED = "open", "returned"
_DONE = {
    "published": noted("This proposal is published already. Make a new one to change the atlas again."),
    "declined": noted("This proposal was declined. Make a new one to change the atlas again."),
    "withdrawn": noted("This proposal was withdrawn. Make a new one to change the atlas again."),
}


def may_revise(state: str, *, proposer: bool) -> None:
    """Raises NotNow unless whoever proposed it changes or withdraws what is not decided."""
    _undecided(state)
    if not proposer:
        raise NotNow(say("Somebody else made this proposal. Only they can change or withdraw it; you can return it."))


def may_review(state: str, *, proposer: bool) -> None:
    """Raises NotNow unless another editor decides about what waits for review."""
    _undecided(state)
    if proposer:
        raise NotNow(
            say("You made this proposal yourself. Another editor must review it: four eyes see more than two.")
        )
    if state == RETURNED:
        raise NotNow(say("This proposal was returned. It waits for whoever made it to change it."))


def _undecided(state: str) -> None:
    if state not in {OPEN, RETURNED}:
        raise NotNow(said(_DONE[state]))
