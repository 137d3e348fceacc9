"""An event of the tests' own, so that the ledger is tested without any other domain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django.db import transaction

from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.entry import EntryView
from comity.ledger.rules.event import Event

CLERK = Actor("user:7", "Drafter, Georgia")


@dataclass(frozen=True, kw_only=True)
class LampLit(Event):
    """Somebody lit a lamp."""

    name: ClassVar[str] = "lamp-lit"
    room: str = "north"
    hours: tuple[int, ...] = (20, 21)


@pytest.fixture
def lamp_lit() -> type[Event]:
    """The event's class."""
    return LampLit


@pytest.fixture
def light() -> Callable[..., EntryView]:
    """Records that a lamp was lit, in a transaction of its own."""

    def recorded(subject: str = "lamp:1", *, actor: Actor = CLERK, **fields: Any) -> EntryView:
        with transaction.atomic():
            return record(LampLit(subject=subject, **fields), actor=actor)

    return recorded
