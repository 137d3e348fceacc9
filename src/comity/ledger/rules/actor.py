"""Who did something, as the ledger keeps it: text that outlives the user's row. Never a foreign key."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_REFERENCE = 100
LONGEST_DISPLAY = 200


@dataclass(frozen=True, slots=True)
class Actor:
    """`reference` names the actor for machines ("user:7"), `display` for readers ("Drafter, Georgia").

    Raises ValueError where either is empty or longer than the ledger keeps.
    """

    reference: str
    display: str

    def __post_init__(self) -> None:
        if not 0 < len(self.reference) <= LONGEST_REFERENCE:
            raise ValueError(f"An actor's reference has 1 to {LONGEST_REFERENCE} characters, for example “user:7”.")
        if not 0 < len(self.display) <= LONGEST_DISPLAY:
            raise ValueError(f"An actor's name has 1 to {LONGEST_DISPLAY} characters.")


SYSTEM = Actor("system", "This node")
"""What the node does by itself: clocks that run out, packs that it loads."""

CONSOLE = Actor("console", "Console of this node")
"""Whoever may run commands on the node's machine; who that was, the machine's own records say."""
