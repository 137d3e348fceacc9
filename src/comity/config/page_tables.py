"""Sentences that stand in no call, since they are said where a table is drawn: labels of states, help of fields."""

from __future__ import annotations

from collections.abc import Iterator


def tables() -> Iterator[tuple[str, str]]:
    """Pairs of where it stands and what it says, in English."""
    yield from ()
