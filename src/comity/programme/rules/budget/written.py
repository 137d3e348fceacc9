"""What people write: a line, a commitment, a payment, a rate, as given and as checked. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.budget import checked


@dataclass(frozen=True, slots=True)
class LineWords:
    """`result` is a result's number, `activity` an activity's code; empty for none. `day` is the day whose rate the
    amount is converted by."""

    heading: str
    amount: str
    currency: str
    day: date
    source: str
    result: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """A contract, an order, a decision to pay."""

    reference: str
    says: str
    amount: str
    currency: str
    day: date


@dataclass(frozen=True, slots=True)
class PaymentWords:
    """Money that left."""

    reference: str
    amount: str
    currency: str
    day: date


@dataclass(frozen=True, slots=True)
class RateWords:
    """One `currency` in `quote` on `day`."""

    currency: str
    quote: str
    rate: str
    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Sound:
    """Checked: what rows are made of."""

    amount: Decimal
    currency: str
    day: date
    reference: str = ""
    says: str = ""
    source: str = ""


def sound_line(given: LineWords, begins: date, today: date) -> Sound:
    """Raises Refused with the field. An amount of zero stands: a line can be given up."""
    return Sound(
        says=checked.words(given.heading, "heading", checked.SHORT, "heading"),
        amount=checked.amount(given.amount, zero=True),
        currency=checked.currency(given.currency),
        day=checked.day(given.day, begins, today, what="line"),
        source=checked.words(given.source, "source", checked.SHORT, "source"),
    )


def sound_commitment(given: CommitmentWords, begins: date, today: date) -> Sound:
    """Raises Refused with the field."""
    return Sound(
        reference=checked.words(given.reference, "reference", checked.REFERENCE, "reference"),
        says=checked.words(given.says, "says", checked.LONG, "purpose"),
        amount=checked.amount(given.amount),
        currency=checked.currency(given.currency),
        day=checked.day(given.day, begins, today, what="commitment"),
    )


def sound_payment(given: PaymentWords, begins: date, today: date) -> Sound:
    """Raises Refused with the field."""
    return Sound(
        reference=checked.words(given.reference, "reference", checked.REFERENCE, "reference"),
        amount=checked.amount(given.amount),
        currency=checked.currency(given.currency),
        day=checked.day(given.day, begins, today, what="payment"),
    )


def sound_rate(given: RateWords, today: date) -> tuple[str, str, Decimal, date, str]:
    """Currency, quote, rate, day, source. Raises Refused with the field."""
    base, quote = checked.currency(given.currency), checked.currency(given.quote, "quote")
    if base == quote:
        raise Refused("quote", say("Both are {base}. A rate is between two currencies.", base=base))
    if given.day > today:
        raise Refused("day", say("{day} is still to come. Enter a rate once it is known.", day=day_words(given.day)))
    source = checked.words(given.source, "source", checked.SHORT, "source")
    return base, quote, checked.rate(given.rate), given.day, source


def sound_reason(text: str) -> str:
    """Why an entry is corrected or reversed. Raises Refused."""
    return checked.words(text, "reason", checked.LONG, "reason")
