"""Whether what was read of a file can become a draft of our own, and what its drafter must be told. Drafts nothing."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.rules.arrival.interpret import BY_HAND, UNSIGNED_DATA
from comity.casework.rules.arrival.reading import Reading
from comity.casework.rules.content import country_named
from comity.casework.rules.refusal import refused
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said, sayable
from comity.kernel.words import say

_FOR_ARRIVALS = frozenset({BY_HAND, UNSIGNED_DATA})
"""Said of what others ask of us, and not to whoever takes a file for a draft."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The new draft's reference, and what could not be taken over, a sentence each."""

    reference: str
    sentences: tuple[str, ...]


def remarks(reading: Reading) -> tuple[str, ...]:
    """What a drafter must be told of the reading."""
    return tuple(sentence for sentence in reading.sentences if sentence not in _FOR_ARRIVALS)


def check_takeable(reading: Reading, ours: CountryCode) -> None:
    """Raises Refused where the file is no request as this system writes them, or another country's."""
    if not reading.kind:
        told = " ".join(said(one) for one in remarks(reading))
        told = told or say("The file holds no request as this system writes them.")
        raise refused("file", say("File"), f"{told} {say('Nothing was drafted.')}")
    asks = country_named(reading.content, "requesting_country")
    if asks is not None and asks != ours:
        raise refused(
            "file",
            "File",
            said(
                sayable(
                    "{country} asks in this request, so it is no draft of yours. Register it as what arrived.",
                    country=asks,
                )
            ),
        )
