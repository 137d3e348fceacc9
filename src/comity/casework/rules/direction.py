"""Which way a request goes: from this node to somebody else, or from somebody else to this node."""

from __future__ import annotations

from enum import StrEnum

from comity.kernel.words import noted


class Direction(StrEnum):
    """Seen from this node."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"

    @property
    def label(self) -> str:
        return {"outgoing": noted("From us"), "incoming": noted("To us")}[self]
