"""References that people read out over the telephone: where from, which year, which number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"([A-Z]{2,8})-(\d{4})-(\d{5,9})\Z")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """For example GE-2026-00042: the node's prefix, the year, and a number that the node never gives twice."""

    prefix: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year:04d}-{self.number:05d}"

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Raises ValueError with a sentence for the user where the text is not a reference."""
        found = _WRITTEN.match(text.strip().upper())
        if found is None:
            raise ValueError(f"“{text}” is not a reference. References look like GE-2026-00042.")
        return cls(found[1], int(found[2]), int(found[3]))
