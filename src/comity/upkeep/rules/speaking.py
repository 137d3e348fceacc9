"""Whether a certificate may speak for a country at a moment, by what the node's administrators recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say
from comity.upkeep.rules.refused_pack import PackRefused
from comity.upkeep.rules.signer import Signer


@dataclass(frozen=True, slots=True)
class Right:
    """That a certificate may speak for `country` from `valid_from` to `valid_to` (excluded), unless withdrawn."""

    country: str
    valid_from: date
    valid_to: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""


def check_speaks(signer: Signer, country: CountryCode, rights: Iterable[Right], now: datetime) -> None:
    """That the signer may speak for `country` now; `rights` are those of its certificate. Raises PackRefused."""
    if not signer.holds(now):
        raise PackRefused(
            say(
                "The certificate of {name} holds {span}, and it is {now} UTC. Ask {country} for a file signed anew.",
                name=signer.name,
                span=signer.span,
                now=f"{now:%Y-%m-%d %H:%M}",
                country=country_in_sentence(country),
            )
        )
    known = list(rights)
    own = [right for right in known if right.country == country]
    if not known:
        raise PackRefused(
            say(
                "This node does not know for whom the certificate of {name} may speak. Its SHA-256 is {fingerprint}. "
                "Compare it with the country by another way; then an administrator says so by “comity pack trust”.",
                name=signer.name,
                fingerprint=signer.fingerprint,
            )
        )
    if not own:
        others = sorted({country_in_sentence(right.country) for right in known if right.withdrawn_at is None})
        whose = {"country": country_in_sentence(country), "name": signer.name}
        raise PackRefused(
            say(
                "The pack is {country}'s, and the key of {name} may speak for {others} alone.",
                others=", ".join(others),
                **whose,
            )
            if others
            else say("The pack is {country}'s, and the key of {name} may speak for nobody any more.", **whose)
        )
    if any(_counts(right, now) for right in own):
        return
    raise PackRefused(_why_not(signer, country, own[-1], now))


COMPARED = 16
"""Digits of a SHA-256 that somebody reads out: 64 bits, so that no other certificate can be made to begin so."""


def check_compared(signer: Signer, digits: str) -> None:
    """That `digits`, as the country read them out, begin the certificate's SHA-256. Raises PackRefused."""
    heard = re.sub(r"[\s:]", "", digits).lower()
    if len(heard) < COMPARED:
        raise PackRefused(
            say(
                "Have at least the first {count} digits of the SHA-256 read out to you, and write them here.",
                count=COMPARED,
            )
        )
    if not signer.fingerprint.startswith(heard):
        raise PackRefused(
            say(
                "The country read out other digits: this certificate's SHA-256 is {fingerprint}. Somebody may have "
                "exchanged the file on its way. Trust it only once both agree.",
                fingerprint=signer.fingerprint,
            )
        )


def _counts(right: Right, now: datetime) -> bool:
    day = now.astimezone(UTC).date()
    in_time = right.valid_from <= day and (right.valid_to is None or day < right.valid_to)
    return in_time and right.withdrawn_at is None


def _why_not(signer: Signer, country: CountryCode, right: Right, now: datetime) -> str:
    who = {"name": signer.name, "country": country_in_sentence(country)}
    if right.withdrawn_at:
        return say(
            "The key of {name} may not speak for {country} since {day}: {reason}",
            day=f"{right.withdrawn_at:%Y-%m-%d}",
            reason=right.withdrawn_because,
            **who,
        )
    if right.valid_from > now.astimezone(UTC).date():
        return say("The key of {name} may speak for {country} only from {day} on.", day=right.valid_from, **who)
    return say(
        "The key of {name} could speak for {country} until {day}. An administrator can prolong it.",
        day=right.valid_to,
        **who,
    )
