"""A figure as pages and files write it, and how large one may be. Knows no unit."""

from __future__ import annotations

from decimal import Decimal

from comity.kernel.words import say
from comity.people.rules.refusal import Refused

PLACES = 2
MOST = Decimal(10) ** 14
"""Figures are kept in sixteen digits, two of them after the point."""


def written(value: Decimal | None, unit: str = "") -> str:
    """“1,250”, “62.5 %”; “not known” where there is none. A unit in words stands beside, once: “1 countries” is no
    English, and no other language either."""
    if value is None:
        return say("not known")
    text = f"{value:,.{PLACES}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{'0' if text == '-0' else text} {'' if in_words(unit) else unit}".rstrip()


def aimed(value: Decimal | None, unit: str = "") -> str:
    """A target; where there is none, that is known: it is not set."""
    return say("not set") if value is None else written(value, unit)


def in_words(unit: str) -> bool:
    """Whether a unit is words, “requests”, and no sign, “%”."""
    return any(letter.isalpha() for letter in unit)


def kept(field: str, value: Decimal | None) -> Decimal | None:
    """The figure as it can be kept. Raises Refused with the field for more digits than there is room for."""
    if value is None:
        return None
    if not value.is_finite() or abs(value) >= MOST:
        raise Refused(field, say("This figure is too large. Write it with up to fourteen digits before the point."))
    if value != round(value, PLACES):
        raise Refused(field, say("This figure has more than {places} digits after the point. Round it.", places=PLACES))
    return round(value, PLACES)
