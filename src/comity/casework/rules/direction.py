"""Which way a request goes: from this node to somebody else, or from somebody else to this node."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Seen from this node."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"

    @property
    def label(self) -> str:
        return {"outgoing": "From us", "incoming": "To us"}[self]
