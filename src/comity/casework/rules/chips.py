"""What was recognised in a pasted text, as the chips under the box show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_words
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import identify
from comity.kernel.identifiers.missing import MissingKey, Severity
from comity.kernel.identifiers.reading import Unread
from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class Chip:
    """An identifier in words. `needed` must be found out before a provider can act, `useful` may decide the outcome.
    `lacks` names what is needed."""

    type: str
    label: str
    text: str
    written: str
    complete: bool
    country: str
    country_name: str
    country_meaning: str
    needed: tuple[str, ...]
    useful: tuple[str, ...]
    notes: tuple[str, ...]
    lacks: frozenset[MissingKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Recognised:
    """All chips of a text; `unread` says what looks like an identifier and is none; `countries` are those named, the
    most frequent first."""

    chips: tuple[Chip, ...]
    unread: tuple[str, ...]
    countries: tuple[str, ...]


def recognised(text: str) -> Recognised:
    """The chips for `text`."""
    reading = identify(text)
    found = reading.distinct
    return Recognised(
        tuple(chip(one) for one in found),
        tuple(unread_in_words(one) for one in reading.unread),
        countries(found),
    )


def unread_in_words(one: Unread) -> str:
    """What is wrong with it, naming it once."""
    return one.sentence if one.written in one.sentence else f"“{one.written}”: {one.sentence}"


def chip(one: Identifier) -> Chip:
    """One identifier in words."""
    return Chip(
        type=one.type.value,
        label=one.type.label,
        text=str(one),
        written=one.written,
        complete=one.complete,
        country=one.country or "",
        country_name=country_words(one.country) if one.country else "",
        country_meaning=say(one.country_meaning),
        needed=tuple(say(gap.sentence) for gap in one.missing if gap.severity is Severity.NEEDED),
        useful=tuple(say(gap.sentence) for gap in one.missing if gap.severity is Severity.USEFUL),
        notes=tuple(say(note) for note in one.notes),
        lacks=frozenset(gap.what for gap in one.missing if gap.severity is Severity.NEEDED),
    )


def countries(found: Iterable[Identifier]) -> tuple[CountryCode, ...]:
    """The countries that identifiers point to, most frequent first: a suggestion, no proof of where data are."""
    counted = Counter(one.country for one in found if one.country)
    return tuple(country for country, _ in counted.most_common())
