"""What the readers of the single types are given, and what they hand back. Spans are in the folded text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from comity.kernel.country import CountryCode
from comity.kernel.identifiers.identifier_type import IdentifierType
from comity.kernel.identifiers.missing import Missing

BLANK = "\x00"
"""Stands in `Sheet.text` where another reader has already claimed the characters; no pattern matches it."""

_LABEL_REACH = 48


@dataclass(frozen=True, slots=True)
class Sheet:
    """The folded text: `whole`, and `text` of the same length with what is claimed blanked out."""

    whole: str
    text: str
    region: CountryCode | None = None

    def labelled(self, start: int, label: re.Pattern[str]) -> re.Match[str] | None:
        """Whether the few characters before `start` end with `label` (a pattern that ends in `\\Z`)."""
        return label.search(self.whole[max(0, start - _LABEL_REACH) : start])

    def without(self, spans: Iterable[Span]) -> Sheet:
        """The sheet with `spans` (in order, without overlaps) blanked out."""
        pieces: list[str] = []
        done = 0
        for span in spans:
            pieces += (self.text[done : span.start], BLANK * (span.end - span.start))
            done = span.end
        return Sheet(self.whole, "".join(pieces) + self.text[done:], self.region)


class Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier that was read."""

    start: int
    end: int
    type: IdentifierType
    value: str
    kind: str = ""
    port: int | None = None
    provider: str = ""
    country: CountryCode | None = None
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Odd:
    """It looks like an identifier of `type` and cannot be read as one."""

    start: int
    end: int
    type: IdentifierType
    sentence: str


@dataclass(frozen=True, slots=True)
class Aside:
    """It is known to be something else (a version number, a message's own number), so nobody may read it."""

    start: int
    end: int


Finding = Found | Odd | Aside
Reader = Callable[[Sheet], Iterable[Finding]]


def label(words: str) -> re.Pattern[str]:
    """A pattern for `Sheet.labelled`: one of `words`, perhaps “no.” or a figure, and punctuation before the span."""
    return re.compile(
        rf"(?<![^\W_])({words})(?:[\s_.\-]{{0,2}}(?:no|nr|num|number|code|id|address|addr|адрес|номер|№|\d))?[^\w\n]{{0,6}}\Z",
        re.IGNORECASE,
    )


def country_or_none(code: str | None) -> CountryCode | None:
    """The country of a code that a register gives, None where it is not an assigned country's code."""
    try:
        return CountryCode(code) if code else None
    except ValueError:
        return None
