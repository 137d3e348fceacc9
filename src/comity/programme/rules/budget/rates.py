"""Rates of exchange by day, and what an amount is in another currency. What has no rate stays without a figure.

The rate of a day is the last on or before it. Where only the opposite is recorded (GEL in EUR is asked, EUR in GEL is
there), it is used the other way round, and said so. Rates are never chained through a third currency.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.programme.rules.budget.cents import EXACT, to_cent


class Rate(NamedTuple):
    """On `day`, one `currency` was worth `rate` of `quote`. A plain tuple, since there are thousands."""

    currency: str
    quote: str
    day: date
    rate: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """`amount` to the cent; `rate` is what it was made with, none within one currency; `inverse` where it was used the
    other way round."""

    amount: Decimal
    rate: Rate | None = None
    inverse: bool = False

    @property
    def says(self) -> str:
        """How the amount came about."""
        if self.rate is None:
            return ""
        told = {
            "currency": self.rate.currency,
            "rate": f"{self.rate.rate.normalize():f}",
            "quote": self.rate.quote,
            "day": day_words(self.rate.day),
        }
        source = f" ({self.rate.source})" if self.rate.source else ""
        if self.inverse:
            return say("1 {currency} = {rate} {quote} of {day}, used the other way round", **told) + source
        return say("1 {currency} = {rate} {quote} of {day}", **told) + source


class Rates:
    """Those that are known, ready to be looked up by day."""

    def __init__(self, rates: Iterable[Rate] = ()) -> None:
        self._by_pair: dict[tuple[str, str], list[Rate]] = {}
        for rate in sorted(rates, key=lambda each: each.day):
            self._by_pair.setdefault((rate.currency, rate.quote), []).append(rate)

    def last(self, currency: str, quote: str, day: date) -> Rate | None:
        """The last on or before `day`, as recorded."""
        known = self._by_pair.get((currency, quote), [])
        place = bisect_right(known, day, key=lambda each: each.day)
        return known[place - 1] if place else None

    def converted(self, amount: Decimal, currency: str, into: str, day: date) -> Converted | None:
        """None where no rate is known; the amount is then not known, which is not nothing."""
        if currency == into:
            return Converted(to_cent(amount))
        if (straight := self.last(currency, into, day)) is not None:
            return Converted(to_cent(EXACT.multiply(amount, straight.rate)), straight)
        if (opposite := self.last(into, currency, day)) is not None:
            return Converted(to_cent(EXACT.divide(amount, opposite.rate)), opposite, inverse=True)
        return None
