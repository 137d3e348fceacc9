"""What an identifier lacks before a provider can act on it, said to the user as something to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class MissingKey(StrEnum):
    """Which piece is missing; pages and the completeness gate decide by it, never by the sentence."""

    TIME = "time"
    ZONE = "zone"
    DATE = "date"
    YEAR = "year"
    DATE_ORDER = "date-order"
    SECONDS = "seconds"
    PORT = "port"
    PUBLIC_ADDRESS = "public-address"
    PROVIDER = "provider"
    NETWORK = "network"


class Severity(StrEnum):
    """Needed: a request without it cannot be executed. Useful: it may decide the outcome, so ask once."""

    NEEDED = "needed"
    USEFUL = "useful"


@dataclass(frozen=True, slots=True)
class Missing:
    """One missing piece, with a sentence that says what to do about it."""

    what: MissingKey
    sentence: str
    severity: Severity = Severity.NEEDED

    def as_json(self) -> dict[str, str]:
        return {"what": self.what.value, "sentence": self.sentence, "severity": self.severity.value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Missing:
        """Raises KeyError or ValueError where `data` is not what `as_json` gives."""
        return cls(MissingKey(data["what"]), str(data["sentence"]), Severity(data["severity"]))


def needed(what: MissingKey, sentence: str) -> Missing:
    return Missing(what, sentence, Severity.NEEDED)


def useful(what: MissingKey, sentence: str) -> Missing:
    return Missing(what, sentence, Severity.USEFUL)
