"""What a registration takes in: addresses, names, days and places, each checked with a sentence for who typed it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.people.rules.refusal import Refused

MOST = 2_000
"""People of one activity, cancelled and declined ones too."""
MOST_INVITED = 200
"""Addresses of one invitation."""
LONGEST_ADDRESS = 254
LONGEST_NAME = 200
LONGEST_INSTITUTION = 200
KEPT_DAYS = 365
LONGEST_KEPT = 3_650
WITHIN = timedelta(minutes=1)
BY_LINK = 60
"""Registrations by one link within a minute."""
BY_SENDER = 20
"""Registrations from one network within an hour."""
SENDERS_HOUR = timedelta(hours=1)

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\\x00-\x1f\x7f]{1,64}@[^\s@<>()\[\],;:\"\\\x00-\x1f\x7f]{1,189}\Z")
_TOKEN = re.compile(r"[\w-]{32}\Z", re.ASCII)
_BETWEEN = re.compile(r"[\s,;]+")


def may_be_token(text: str) -> bool:
    """Whether it looks like what stands in a public link."""
    return bool(_TOKEN.match(text))


def checked_address(text: str, field: str = "email") -> str:
    """The address in small letters. Raises Refused with the field."""
    address = text.strip().lower()
    host = address.rpartition("@")[2]
    if not _ADDRESS.match(address) or "." not in host or ".." in address or host[0] in ".-" or host[-1] in ".-":
        raise Refused(
            field, say("“{value}” is not an e-mail address. Write it as name@example.org.", value=text.strip()[:80])
        )
    return address


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of a list, each once, in their order: by line, comma, semicolon or blank.

    Raises Refused for the first that is none, for none at all, and for more than one invitation takes.
    """
    words = [word.strip("<>") for word in _BETWEEN.split(text) if word.strip("<>")]
    if len(words) > MOST_INVITED:
        raise Refused(
            "addresses",
            say(
                "{words} addresses are too many; {most_invited} fit. Invite the rest after.",
                words=f"{len(words):,}",
                most_invited=MOST_INVITED,
            ),
        )
    found = tuple(dict.fromkeys(checked_address(word, "addresses") for word in words))
    if not found:
        raise Refused("addresses", say("No address is written here. Write one a line."))
    return found


def checked_span(opens: date, closes: date, ends: date) -> None:
    """Raises Refused where registration ends before it begins, or goes on after the activity."""
    if closes < opens:
        raise Refused(
            "closes",
            say(
                "Registration ends on {closes}, before it begins on {opens}.",
                closes=day_words(closes),
                opens=day_words(opens),
            ),
        )
    if closes > ends:
        raise Refused("closes", say("The activity ends on {ends}. Let registration end by then.", ends=day_words(ends)))


def checked_numbers(capacity: int | None, kept_days: int) -> None:
    """Raises Refused for places or days of keeping that cannot be."""
    if capacity is not None and not 1 <= capacity <= MOST:
        raise Refused(
            "capacity",
            say("There can be 1 to {most} places; leave it empty where there is no limit.", most=f"{MOST:,}"),
        )
    if not 1 <= kept_days <= LONGEST_KEPT:
        raise Refused(
            "kept_days",
            say("Data can be kept for 1 to {longest_kept} days after the activity.", longest_kept=f"{LONGEST_KEPT:,}"),
        )


def erase_after(ends: date, kept_days: int) -> date:
    """The last day on which the person's data are kept; the day after, they are erased."""
    return ends + timedelta(days=kept_days)


def is_open(opens: date, closes: date, *, closed: bool, today: date) -> bool:
    """Whether somebody may register today. Both days count."""
    return not closed and opens <= today <= closes
