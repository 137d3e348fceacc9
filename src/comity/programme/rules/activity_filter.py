"""Which activities a list shows, as its address says it: one form for the page, its file and its links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from comity.atlas.rules.packs.overview import ActivityKind
from comity.kernel.country import CountryCode
from comity.kernel.words import noted
from comity.programme.rules.activity import ActivityState

OPEN, UNACCOUNTED = "open", "unaccounted"
"""In place of a state: whatever is still to come or goes on; what is past while nothing says what became of it."""
LONGEST = 200
YEARS = range(1990, 2100)
_CODE = re.compile(r"[-a-zA-Z0-9_]{1,60}\Z")


class Order(StrEnum):
    """How a list is sorted."""

    LATEST = "latest"
    EARLIEST = "earliest"
    TITLE = "title"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        return {
            "latest": noted("Latest first"),
            "earliest": noted("Earliest first"),
            "title": noted("By title"),
            "changed": noted("Last changed first"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFilter:
    """All that is said must hold. `country` hosts or takes part; `state` is a state, “open” or “unaccounted”."""

    text: str = ""
    project: str = ""
    country: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    order: Order = Order.LATEST

    @property
    def query(self) -> str:
        """As an address says it, in a stable order; empty for all, the latest first."""
        said = {
            "q": self.text,
            "project": self.project,
            "country": self.country,
            "kind": self.kind,
            "state": self.state,
            "year": str(self.year or ""),
            "order": self.order.value if self.order is not Order.LATEST else "",
        }
        return urlencode({name: value for name, value in said.items() if value})


def activity_filter(said: Mapping[str, str]) -> ActivityFilter:
    """What an address says; what it says wrongly counts as not said."""
    state, kind, order = said.get("state", ""), said.get("kind", ""), said.get("order", "")
    project, year = said.get("project", ""), said.get("year", "")
    return ActivityFilter(
        text=" ".join(said.get("q", "").replace("\x00", " ")[:LONGEST].split()),
        project=project if _CODE.match(project) else "",
        country=country_asked(said.get("country", "")),
        kind=kind if kind in set(ActivityKind) else "",
        state=state if state in {OPEN, UNACCOUNTED, *ActivityState} else "",
        year=int(year) if re.fullmatch(r"[0-9]{4}", year) and int(year) in YEARS else None,
        order=Order(order) if order in set(Order) else Order.LATEST,
    )


def country_asked(text: str) -> str:
    """The country's code; empty for what is none."""
    try:
        return str(CountryCode(text))
    except ValueError:
        return ""
