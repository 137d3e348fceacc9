"""A letter as plain values: what stands on the paper, in its order. Says nothing of how it looks or what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date as calendar_date
from typing import Any


@dataclass(frozen=True, slots=True)
class Tick:
    """One box of a list of boxes, ticked or not, and its words."""

    chosen: bool
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands beside it: text (line breaks kept), a list of texts, or tick boxes.

    `note` is small print under the label, for example an article; `exact` sets the value in a font of fixed width, in
    which 0 and O, 1 and l differ: for identifiers.
    """

    label: str
    value: str | tuple[str, ...] | tuple[Tick, ...]
    note: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the letter; `number` is the one that the form gives it."""

    number: int | str
    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the letter: its number in the form, its part ("Requested authority"), its name, how to reach it."""

    number: int | str
    part: str
    name: str
    country: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who answers for the letter: a function and an office. `name` may stay empty where only the office signs."""

    function: str
    organisation: str
    name: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that stands on one letter. `kind` and `version` choose the form it is set in, for good.

    `parties` are the requested authority, then the requesting one: the order of T-CY(2018)11. `status` are the tick
    boxes of the request's status; `status_rows` what belongs to them (an earlier ticket); `letterhead` the lines at the
    top (country, organisation); `verify_at` an address where anybody can check the signature.
    """

    kind: str
    version: int
    language: str
    title: str
    subtitle: str
    reference: str
    date: calendar_date
    parties: tuple[Party, Party]
    sections: tuple[Section, ...]
    closing: str
    signatory: Signatory
    status: tuple[Tick, ...] = ()
    status_rows: tuple[Row, ...] = ()
    letterhead: tuple[str, ...] = ()
    verify_at: str = ""

    def plain(self) -> dict[str, Any]:
        """The letter as JSON types, for the form that sets it; its texts as they were typed."""
        return asdict(self) | {"date": self.date.isoformat()}

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the letter with the place where it stands ("Section 8, Offence"), in reading order."""
        yield from (("letterhead", line) for line in self.letterhead)
        yield from (("title", self.title), ("subtitle", self.subtitle), ("reference", self.reference))
        yield from (("request status", tick.label) for tick in self.status)
        yield from _of_rows("request status", self.status_rows)
        for party in self.parties:
            yield from ((party.part, text) for text in (str(party.number), party.part, party.name, party.country))
            yield from _of_rows(party.part, party.rows)
        for section in self.sections:
            place = f"section {section.number}"
            yield from ((place, text) for text in (str(section.number), section.title, section.note))
            yield from _of_rows(place, section.rows)
        yield ("closing words", self.closing)
        yield from (("signature block", text) for text in asdict(self.signatory).values())
        yield ("address for checking", self.verify_at)


def _of_rows(place: str, rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        at = f"{place}, “{row.label}”" if row.label else place
        values = (row.value,) if isinstance(row.value, str) else row.value
        yield from ((at, text) for text in (row.label, row.note))
        yield from ((at, value if isinstance(value, str) else value.label) for value in values)
