"""The letter beside its form, as text on a page: the outline of the file, with the holes that are still in it."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.rules.letter import NOT_YET
from comity.documents.rules.letter import Letter, Row, Tick
from comity.documents.rules.outline import Outline, OutlinePart, outline
from comity.documents.rules.printable import NotPrintable, check_printable


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row, ready to be drawn: `ticks` are boxes, `texts` everything else; `hole` where what is demanded lacks;
    `language` where it is another than the sheet's."""

    label: str
    note: str
    texts: tuple[str, ...]
    ticks: tuple[Tick, ...]
    exact: bool
    hole: bool
    language: str


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A heading, lines that stand out (empty where one is still missing), small print, rows."""

    heading: str
    lead: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """`problem` says what keeps the letter from being set, where something does; the text is shown all the same."""

    told: Outline
    head: tuple[PaperRow, ...]
    parts: tuple[PaperPart, ...]
    end: tuple[PaperRow, ...]
    problem: str


def paper(letter: Letter) -> Paper:
    """The letter as it stands, unsigned."""
    told = outline(letter, draft=True)
    return Paper(
        told,
        head=_rows(told.head, told.language),
        parts=tuple(_part(part, told.language) for part in told.parts),
        end=_rows(told.end, told.language),
        problem=_problem(letter),
    )


def _problem(letter: Letter) -> str:
    try:
        check_printable(letter)
    except NotPrintable as problem:
        return str(problem)
    return ""


def _part(part: OutlinePart, language: str) -> PaperPart:
    lead = tuple("" if line == NOT_YET else line for line in part.lead)
    return PaperPart(part.heading, lead, part.notes, _rows(part.rows, language))


def _rows(rows: tuple[Row, ...], language: str) -> tuple[PaperRow, ...]:
    return tuple(_row(row, language) for row in rows)


def _row(row: Row, language: str) -> PaperRow:
    values = (row.value,) if isinstance(row.value, str) else row.value
    ticks = tuple(value for value in values if isinstance(value, Tick))
    texts = tuple(value for value in values if isinstance(value, str))
    other = row.language if row.language != language else ""
    return PaperRow(row.label, row.note, texts, ticks, row.exact, row.value == NOT_YET, other)
