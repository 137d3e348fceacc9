"""As what a request was registered: when that may still be corrected, and which answers another kind can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.forged import misfit
from comity.casework.rules.shapes import blank
from comity.casework.rules.transitions import State
from comity.casework.rules.translations import spec_of
from comity.kernel.sayable import said
from comity.kernel.words import say

_UNDECIDED = frozenset({State.RECEIVED, State.ACKNOWLEDGED, State.MORE_NEEDED, State.IN_CONSULTATION})
_OF_NOTICES = frozenset({State.RECEIVED, State.ACKNOWLEDGED})


def why_not_kind(state: State, other: Kind | None, *, kind_locked: bool, in_chain: bool) -> str:
    """Why it cannot become a request of another kind (`other`, where that is chosen); empty where it can."""
    if kind_locked:
        return say(
            "The kind was read from the file and says what that says, so it stays. If the file is "
            "wrong, ask the other side for a corrected one, and register that."
        )
    if in_chain:
        return say(
            "It stands in a chain with other tickets, and what became of them went by its kind. "
            "Register it anew as what it is, and say with this one that it was registered wrongly."
        )
    if state not in _UNDECIDED:
        return say(
            "What was decided rests on its kind. {sentence} Register it anew as what it is.",
            sentence=said(state.sentence),
        )
    if other and other.lifecycle is Lifecycle.NOTICE and state not in _OF_NOTICES:
        return say(
            "“{other}” expects no answer. {sentence} Take that step to its end first.",
            other=said(other.label),
            sentence=said(state.sentence),
        )
    return ""


def carried_over(other: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """The answers in `content` that the form of `other` can hold."""
    return {
        name: value
        for name, value in content.items()
        if (spec := spec_of(other, name)) and (blank(value) or not misfit(spec, value))
    }
