"""A letter as plain values: what stands on the paper, in its order. Says nothing of how it looks or what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
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
    which 0 and O, 1 and l differ: for identifiers. `language` is that of a text which somebody gave in both languages
    of the letter, so that it stands in two columns; empty for what is typed once.
    """

    label: str
    value: str | tuple[str, ...] | tuple[Tick, ...]
    note: str = ""
    exact: bool = False
    language: str = ""


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
    top (country, organisation); `verify_at` an address where anybody can check the signature. `words` are the form's
    own, by name, from version 3 on; `beside` is the same letter in a second language, set side by side with this one.
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
    words: tuple[tuple[str, str], ...] = ()
    beside: Letter | None = None

    def plain(self) -> dict[str, Any]:
        """The letter as JSON types, for the form that sets it; its texts as they were typed.

        With a second language, a text that differs in it is {"first": …, "second": …}. Raises ValueError where the
        second letter is not the same letter.
        """
        own = asdict(replace(self, beside=None), dict_factory=_without_language_of_none)
        own |= {"date": self.date.isoformat(), "words": dict(self.words)}
        del own["beside"]
        if not self.words:  # a form that has its own is given exactly what it always was
            del own["words"]
        return both(own, self.beside.plain()) if self.beside else own

    def rows(self) -> Iterator[Row]:
        """Every row, in reading order."""
        yield from self.status_rows
        for party in self.parties:
            yield from party.rows
        for section in self.sections:
            yield from section.rows

    def in_columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts that somebody gave in both languages: those of the first column, those of the second."""
        columns = (self.rows(), self.beside.rows() if self.beside else ())
        first, second = (tuple(str(row.value) for row in rows if row.language) for rows in columns)
        return first, second

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
        yield from (("words of the form", text) for _, text in self.words)
        if self.beside:  # what both share is printed once
            shared = {text for _, text in replace(self, beside=None).texts()}
            yield from ((place, text) for place, text in self.beside.texts() if text not in shared)


def _without_language_of_none(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A row in one language is given to the form as it always was."""
    return {name: value for name, value in pairs if (name, value) != ("language", "")}


def both(first: Any, second: Any) -> Any:
    """Two letters' plain values as one: what is the same stands once, texts that differ stand in pairs.

    Raises ValueError where more than texts differs.
    """
    if first == second:
        return first
    match first, second:
        case str(), str():
            return {"first": first, "second": second}
        case dict(), dict() if first.keys() == second.keys():
            return {name: both(value, second[name]) for name, value in first.items()}
        case ((list() | tuple()), (list() | tuple())) if len(first) == len(second):
            return [both(*pair) for pair in zip(first, second, strict=True)]
    raise ValueError("The letter in the second language is not the same letter.")


def _of_rows(place: str, rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        at = f"{place}, “{row.label}”" if row.label else place
        values = (row.value,) if isinstance(row.value, str) else row.value
        yield from ((at, text) for text in (row.label, row.note))
        yield from ((at, value if isinstance(value, str) else value.label) for value in values)
