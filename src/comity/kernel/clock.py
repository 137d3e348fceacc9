"""The only source of the current time. Everything else takes a moment as a value, so that tests can hold it still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, tzinfo

_frozen: ContextVar[datetime | None] = ContextVar("comity_frozen_clock", default=None)


def now() -> datetime:
    """The current moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def today(zone: tzinfo = UTC) -> date:
    """The current calendar day in `zone`."""
    return now().astimezone(zone).date()


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Hold the clock at `moment` (aware) for the length of the block.

    Raises ValueError for a moment without a time zone: it would name 24 different moments.
    """
    if moment.tzinfo is None:
        raise ValueError("The moment has no time zone; give one, for example datetime(2017, 6, 16, tzinfo=UTC).")
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)
