"""What clocks tell in the story of their request. That somebody has seen a reminder is in the ledger, and not told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.clock_events import ClockRanOut, ReminderRaised
from comity.kernel.words import say
from comity.people.rules.roles import Role

Payload = Mapping[str, Any]


def _reminded(payload: Payload, who: str) -> str:
    whom, clock = say(Role(payload["role"]).label).lower(), say(payload["title"])
    if payload["escalated"]:
        return say(
            "{who} reminded every {whom} of “{clock}”, ahead of its time, since nobody had looked.",
            who=who,
            whom=whom,
            clock=clock,
        )
    return say("{who} reminded every {whom} of “{clock}”.", who=who, whom=whom, clock=clock)


def _ran_out(payload: Payload, who: str) -> str:
    return say("{who} noted that the time of “{clock}” is over.", who=who, clock=say(payload["title"]))


SENTENCES: Mapping[str, Callable[[Payload, str], str]] = {ReminderRaised.name: _reminded, ClockRanOut.name: _ran_out}
"""By the event's name, the sentence of its payload and of the name of the node."""
