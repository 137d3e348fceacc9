"""The reason that somebody gives for a step: never empty, never a book."""

from __future__ import annotations

from comity.kernel.words import say
from comity.upkeep.rules.refused_pack import PackRefused

LONGEST_REASON = 2000


def checked_reason(text: str, missing: str) -> str:
    """The reason without blanks around it. Raises PackRefused, with `missing` where there is none."""
    reason = text.strip()
    if not reason:
        raise PackRefused(missing)
    if len(reason) > LONGEST_REASON or "\x00" in reason:
        raise PackRefused(
            say(
                "The reason has more than {limit} characters, or one that is no text. Shorten it.", limit=LONGEST_REASON
            )
        )
    return reason
