"""The rates of exchange that this node knows, the youngest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import overload

from comity.programme.models import ExchangeRate


@dataclass(frozen=True, slots=True)
class RateView:
    """One `currency` was worth `rate` of `quote` on `day`."""

    currency: str
    quote: str
    day: date
    rate: Decimal
    source: str
    version: int

    @property
    def figure(self) -> str:
        """The rate without zeros at its end."""
        return f"{self.rate.normalize():f}"


class RateList(Sequence[RateView]):
    """All rates, of which only what is looked at is read: years of daily rates are many."""

    def __init__(self) -> None:
        self._rows = ExchangeRate.objects.all()

    def __len__(self) -> int:
        return self._rows.count()

    @overload
    def __getitem__(self, place: int) -> RateView: ...
    @overload
    def __getitem__(self, place: slice) -> list[RateView]: ...
    def __getitem__(self, place: int | slice) -> RateView | list[RateView]:
        if isinstance(place, slice):
            return [_view(row) for row in self._rows[place]]
        return _view(self._rows[place])


def rate_of(currency: str, quote: str, day: date) -> RateView | None:
    """The rate recorded for just this day."""
    row = ExchangeRate.objects.filter(currency=currency, quote=quote, day=day).first()
    return _view(row) if row else None


def _view(row: ExchangeRate) -> RateView:
    return RateView(row.currency, row.quote, row.day, row.rate, row.source, row.version)
