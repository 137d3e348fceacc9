"""What people write of money, checked before it is kept: amounts, currencies, days, words. Refuses, never rounds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pycountry

from comity.kernel import sayable
from comity.kernel.day_words import day_words
from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.programme.rules.budget.cents import LARGEST

SHORT, LONG = 200, 1000
REFERENCE = 80
LARGEST_RATE = Decimal("9999999999.99999999")
EARLY = timedelta(days=3 * 366)
"""How long before its project a day may lie: what is earlier is a slip of the pen."""
_SPACES = re.compile(r"[\s'’\u00a0\u202f]")
_PLAIN = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,2}))?\Z")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?\Z")
_RATE = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,20})?\Z")


@cache
def currencies() -> dict[str, str]:
    """Names by code, of ISO 4217."""
    return {each.alpha_3: each.name for each in pycountry.currencies}


def currency(text: str, field: str = "currency") -> str:
    """The code in capitals. Raises Refused."""
    code = text.strip().upper()
    if code not in currencies():
        raise Refused(
            field,
            say("“{value}” is not a currency. Use its three letters, for example EUR or GEL.", value=text.strip()[:20]),
        )
    return code


def amount(text: str, field: str = "amount", *, zero: bool = False) -> Decimal:
    """“1234.50”, “1 234,50” and “1,234.50” are the same; what can be read in two ways is refused. Raises Refused."""
    bare = _SPACES.sub("", text)
    if not bare:
        raise Refused(field, say("The amount is missing. Write it as 1234.50."))
    if plain := _PLAIN.match(bare):
        found = Decimal(f"{plain[1]}.{plain[2] or '0'}")
    elif _GROUPED.match(bare):
        found = Decimal(bare.replace(",", ""))
    elif bare.startswith(("-", "−")):
        raise Refused(
            field, say("An amount is above zero. To take back what was entered, correct or reverse that entry.")
        )
    else:
        raise Refused(
            field,
            say(
                "“{value}” is not an amount that can be read in one way. Write it as 1234.50.", value=text.strip()[:30]
            ),
        )
    if found > LARGEST:
        raise Refused(field, say("The amount is larger than this node can hold. Check the figures."))
    if not found and not zero:
        raise Refused(field, say("The amount is zero. Write what it is, above zero."))
    return found.quantize(Decimal("0.01"))


def rate(text: str) -> Decimal:
    """Above zero, with eight decimals at most. Raises Refused."""
    bare = _SPACES.sub("", text)
    if not _RATE.match(bare):
        raise Refused("rate", say("“{value}” is not a rate. Write it as 2.6812.", value=text.strip()[:30]))
    found = Decimal(bare.replace(",", "."))
    if found <= 0 or found > LARGEST_RATE:
        raise Refused("rate", say("A rate is above zero and below ten thousand million. Check it."))
    if found != found.quantize(Decimal("0.00000001")):
        raise Refused("rate", say("A rate has eight decimals at most. Give the opposite rate, which has fewer."))
    return found


def day(given: date, begins: date, today: date, field: str = "day", *, what: str = "entry") -> date:
    """Not after today, and not long before the project. Raises Refused."""
    if given > today:
        raise Refused(field, _to_come(what).format(day=day_words(given)))
    if given < begins - EARLY:
        raise Refused(field, say("{given} is years before the project begins. Check the year.", given=day_words(given)))
    return given


def words(text: str, field: str, most: int, name: str, *, needed: bool = True) -> str:
    """Text without spaces around it. Raises Refused where it is missing, or longer than there is room for."""
    said = text.strip()
    if needed and not said:
        raise Refused(field, say("The {name} is missing.", name=sayable.said(name)))
    if len(said) > most:
        raise Refused(
            field,
            say(
                "The {name} has {count} characters, and {most} have room. Shorten it.",
                name=sayable.said(name),
                count=len(said),
                most=most,
            ),
        )
    if "\x00" in said:
        raise Refused(
            field, say("The {name} has a character that cannot be stored. Type it again.", name=sayable.said(name))
        )
    return said


def _to_come(what: str) -> str:
    if what == "line":
        return say("{day} is still to come. The line is recorded once it is made.")
    if what == "commitment":
        return say("{day} is still to come. The commitment is recorded once it is made.")
    if what == "payment":
        return say("{day} is still to come. The payment is recorded once it is made.")
    return say("{day} is still to come. The entry is recorded once it is made.")


FIELDS = (noted("heading"), noted("source"), noted("reference"), noted("purpose"), noted("reason"))
"""What `words` is called with: each stands in a sentence."""
