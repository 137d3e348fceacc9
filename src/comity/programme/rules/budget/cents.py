"""Cents: rounding once, and dividing a sum so that its parts come to it exactly. Knows no currency's own habits.

Every amount is rounded once, half to even, when it is converted; a total is the sum of rounded amounts and is never
rounded itself. So lines come to their result, results to the project, and months to the year, to the cent.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
LARGEST = Decimal("999999999999.99")
EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)
"""An amount of 14 digits times a rate of 18 fits, so that rounding to the cent is the only rounding."""


def to_cent(amount: Decimal) -> Decimal:
    """Half goes to the even cent: 0.125 is 0.12, 0.135 is 0.14."""
    return EXACT.quantize(amount, CENT)


def apportioned(whole: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """`whole` in parts by weight, whose sum is `whole`: the cents that are over go to the largest remainders, of equal
    ones to the first. Raises ValueError where no weight is above nothing."""
    total = sum(map(Fraction, weights), Fraction(0))
    if total <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("Nothing says how the sum is to be divided: give weights above zero.")
    cents = int(EXACT.quantize(whole, CENT).scaleb(2))
    shares = [Fraction(cents) * Fraction(weight) / total for weight in weights]
    parts = [share.numerator // share.denominator for share in shares]
    over = cents - sum(parts)
    for place in sorted(range(len(parts)), key=lambda each: (parts[each] - shares[each], each))[:over]:
        parts[place] += 1
    return tuple(Decimal(part).scaleb(-2) for part in parts)


def money(amount: Decimal, currency: str) -> str:
    """“EUR 1,234.50”."""
    return f"{currency} {amount:,.2f}"
