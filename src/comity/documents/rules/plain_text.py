"""A letter as plain text, for a phone and for pasting into a message: short lines, no table, the letter's order."""

from __future__ import annotations

from collections.abc import Iterator

from comity.documents.rules.letter import Letter, Row, Tick
from comity.documents.rules.outline import Outline, OutlinePart, outline
from comity.documents.rules.printable import as_printed, check_printable


def plain_text(letter: Letter, *, draft: bool) -> str:
    """The text, its lines as long as what was typed: a phone breaks them. Raises NotPrintable, as setting it would."""
    check_printable(letter)
    told = outline(letter, draft=draft)
    blocks = [block for block in _blocks(told) if block]
    return as_printed("\n\n".join(blocks)) + "\n"


def _blocks(told: Outline) -> Iterator[str]:
    yield told.standing
    yield "\n".join(told.letterhead)
    yield "\n".join(line for line in (told.title, told.subtitle) if line)
    yield "\n".join(_rows(told.head, told.words.nothing))
    for part in told.parts:
        yield "\n".join(_part(part, told.words.nothing))
    yield told.closing
    yield "\n".join(_rows(told.end, told.words.nothing))
    yield told.checking


def _part(part: OutlinePart, nothing: str) -> Iterator[str]:
    yield part.heading
    yield from part.lead
    yield from (f"({note})" for note in part.notes)
    yield from _rows(part.rows, nothing)


def _rows(rows: tuple[Row, ...], nothing: str) -> Iterator[str]:
    for row in rows:
        yield from _row(row, nothing)


def _row(row: Row, nothing: str) -> Iterator[str]:
    label = f"{row.label} ({row.note})" if row.label and row.note else row.label
    match row.value:
        case str() as text if "\n" not in text:
            yield f"{label}: {text or nothing}" if label else text or nothing
        case str() as text:
            yield from ([f"{label}:"] if label else [])
            yield text
        case ():
            yield f"{label}: {nothing}" if label else nothing
        case values:
            yield from ([f"{label}:"] if label else [])
            yield from (_ticked(value) if isinstance(value, Tick) else f"- {value}" for value in values)
    if row.note and not row.label:
        yield f"({row.note})"


def _ticked(tick: Tick) -> str:
    return f"[{'x' if tick.chosen else ' '}] {tick.label}"
