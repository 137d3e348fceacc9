"""Whether a certificate may speak for a country at a moment, by what the node's administrators recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from comity.kernel.country import CountryCode
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
            f"The certificate of {signer.name} holds {signer.span}, and it is {now:%Y-%m-%d %H:%M} UTC. Ask "
            f"{country.in_sentence} for a file signed anew."
        )
    known = list(rights)
    own = [right for right in known if right.country == country]
    if not known:
        raise PackRefused(
            f"This node does not know for whom the certificate of {signer.name} may speak. Its SHA-256 is "
            f"{signer.fingerprint}. Compare it with the country by another way; then an administrator says so by "
            "“comity pack trust”."
        )
    if not own:
        others = sorted({CountryCode(right.country).in_sentence for right in known if right.withdrawn_at is None})
        may = f"may speak for {', '.join(others)} alone" if others else "may speak for nobody any more"
        raise PackRefused(f"The pack is {country.in_sentence}'s, and the key of {signer.name} {may}.")
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
            f"Have at least the first {COMPARED} digits of the SHA-256 read out to you, and write them here."
        )
    if not signer.fingerprint.startswith(heard):
        raise PackRefused(
            f"The country read out other digits: this certificate's SHA-256 is {signer.fingerprint}. Somebody may have "
            "exchanged the file on its way. Trust it only once both agree."
        )


def _counts(right: Right, now: datetime) -> bool:
    day = now.astimezone(UTC).date()
    in_time = right.valid_from <= day and (right.valid_to is None or day < right.valid_to)
    return in_time and right.withdrawn_at is None


def _why_not(signer: Signer, country: CountryCode, right: Right, now: datetime) -> str:
    who = f"The key of {signer.name}"
    if right.withdrawn_at:
        since = f"since {right.withdrawn_at:%Y-%m-%d}: {right.withdrawn_because}"
        return f"{who} may not speak for {country.in_sentence} {since}"
    if right.valid_from > now.astimezone(UTC).date():
        return f"{who} may speak for {country.in_sentence} only from {right.valid_from} on."
    return f"{who} could speak for {country.in_sentence} until {right.valid_to}. An administrator can prolong it."
