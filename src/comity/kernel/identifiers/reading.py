"""What was read in a text: the identifiers, and what looks like one but cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identifier_type import IdentifierType


@dataclass(frozen=True, slots=True)
class Unread:
    """Text from `start` to `end` that looks like an identifier of `type`, and why it is not read as one."""

    type: IdentifierType
    written: str
    start: int
    end: int
    sentence: str

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type.value,
            "written": self.written,
            "start": self.start,
            "end": self.end,
            "sentence": self.sentence,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """Both in order of appearance, without overlaps. `left_out` counts what came after the limit."""

    identifiers: tuple[Identifier, ...] = ()
    unread: tuple[Unread, ...] = ()
    left_out: int = 0

    @property
    def distinct(self) -> tuple[Identifier, ...]:
        """The identifiers without repetitions: a log names the same connection many times."""
        seen: dict[tuple[Any, ...], Identifier] = {}
        for one in self.identifiers:
            when = (one.time.utc or str(one.time)) if one.time else None
            seen.setdefault((one.type, one.value, one.kind, one.port, when, one.provider), one)
        return tuple(seen.values())

    def as_json(self) -> dict[str, Any]:
        return {
            "identifiers": [one.as_json() for one in self.identifiers],
            "unread": [one.as_json() for one in self.unread],
            "left_out": self.left_out,
        }
