"""What clocks tell in the story of their request. That somebody has seen a reminder is in the ledger, and not told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.casework.rules.clock_events import ClockRanOut, ReminderRaised
from comity.people.rules.roles import Role

Payload = Mapping[str, Any]


def _reminded(payload: Payload) -> str:
    whom = Role(payload["role"]).label.lower()
    early = ", ahead of its time, since nobody had looked" if payload["escalated"] else ""
    return f"reminded every {whom} of “{payload['title']}”{early}"


def _ran_out(payload: Payload) -> str:
    return f"noted that the time of “{payload['title']}” is over"


SENTENCES: Mapping[str, Callable[[Payload], str]] = {ReminderRaised.name: _reminded, ClockRanOut.name: _ran_out}
"""By the event's name, what follows the name of the node."""
