"""Which letter tells the other side what was just recorded. Suggests; a letter is drafted by a person."""

from __future__ import annotations

from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import State

_OURS = {
    State.ACKNOWLEDGED: "receipt",
    State.MORE_NEEDED: "receipt",
    State.FORWARDED: "receipt",
    State.EXECUTED: "execution-report",
    State.PARTLY_EXECUTED: "execution-report",
    State.REFUSED: "refusal-notice",
    State.POSTPONED: "refusal-notice",
}
_THEIRS = {State.MORE_NEEDED: "supplement", State.WITHDRAWN: "withdrawal"}


def letter_owed(direction: Direction, state: State, *, left: bool, expects_answer: bool) -> str:
    """The name of the kind of letter; empty where nothing is owed. `left`: an outgoing one was sent before."""
    if not expects_answer:
        return ""
    if direction is Direction.INCOMING:
        return _OURS.get(state, "")
    return _THEIRS.get(state, "") if left else ""
