"""Which requests a list shows, as its address says it: one form for the page, a saved filter, an export and a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kinds
from comity.casework.rules.search_words import LONGEST
from comity.casework.rules.transitions import State
from comity.kernel.country import CountryCode
from comity.kernel.words import noted

OPEN = "open"
"""In place of a state: every state in which somebody still owes something."""


class Order(StrEnum):
    """What an index gives at once."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"

    @property
    def label(self) -> str:
        return {"changed": noted("Last changed first"), "unchanged": noted("Longest unchanged first")}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilter:
    """All that is said must hold. `state` is a state's value, or “open”; `mine`: drafted by whoever looks."""

    text: str = ""
    direction: Direction | None = None
    state: str = ""
    kind: str = ""
    country: str = ""
    urgent: bool = False
    mine: bool = False
    order: Order = Order.CHANGED

    @property
    def query(self) -> str:
        """As an address says it, in a stable order; empty for all requests, last changed first."""
        said = {
            "q": self.text,
            "direction": self.direction or "",
            "state": self.state,
            "kind": self.kind,
            "country": self.country,
            "urgent": "yes" if self.urgent else "",
            "mine": "yes" if self.mine else "",
            "order": self.order if self.order is not Order.CHANGED else "",
        }
        return urlencode({name: value for name, value in said.items() if value})


def request_filter(said: Mapping[str, str]) -> RequestFilter:
    """What an address says; what it says wrongly counts as not said."""
    direction, state, order = said.get("direction", ""), said.get("state", ""), said.get("order", "")
    return RequestFilter(
        text=" ".join(said.get("q", "").replace("\x00", " ")[:LONGEST].split()),
        direction=Direction(direction) if direction in set(Direction) else None,
        state=state if state == OPEN or state in set(State) else "",
        kind=kind if (kind := said.get("kind", "")) in kinds() else "",
        country=_country(said.get("country", "")),
        urgent=said.get("urgent", "") == "yes",
        mine=said.get("mine", "") == "yes",
        order=Order(order) if order in set(Order) else Order.CHANGED,
    )


def _country(text: str) -> str:
    try:
        return str(CountryCode(text))
    except ValueError:
        return ""
