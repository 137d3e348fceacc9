"""What a program was answered, as it is kept for repetitions. Knows nothing of HTTP but its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

KEPT_FOR = timedelta(hours=24)
"""How long a repetition gets the first answer; longer than any program tries again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` is the text that was sent, to the letter."""

    status: int
    headers: Mapping[str, str]
    body: str
