"""What clocks need to know of a request beside its entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.atlas.rules.packs.clock_rules import Place
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.direction import Direction


@dataclass(frozen=True, slots=True)
class ClockTicket:
    """`content` is what the request says."""

    direction: Direction
    calendars: Mapping[Place, Calendar]
    content: Mapping[str, Any] = field(default_factory=dict)
