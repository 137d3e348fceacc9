"""Where a fact stands, so that anybody can look it up again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document (`key` names it in the packs), its title, the place in it, and its address where it has one."""

    key: str
    title: str
    pinpoint: str = ""
    address: str = ""

    def __str__(self) -> str:
        return f"{self.title}, {self.pinpoint}" if self.pinpoint else self.title
