"""A letter in the one order in which it is read, whatever shows it: DOCX, plain text, a page beside the form.

Each of these walks the outline, so that none can leave out or reorder what the letter says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.documents.rules.fixed_words import ENGLISH, FixedWords
from comity.documents.rules.letter import Letter, Party, Row, Section
from comity.kernel.cldr import long_day


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A heading with its number, lines that stand out (a party's name and country), small print, and rows. A text given
    in both languages is two rows, one below the other, each with its language."""

    number: str
    title: str
    lead: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Outline:
    """`standing` says what this copy is; `head` has date, reference and status; `end` who answers for it; `checking`
    how to check the signed file, where the letter names an address."""

    words: FixedWords
    language: str
    standing: str
    letterhead: tuple[str, ...]
    title: str
    subtitle: str
    head: tuple[Row, ...]
    parts: tuple[OutlinePart, ...]
    closing: str
    end: tuple[Row, ...]
    checking: str


def outline(letter: Letter, *, draft: bool) -> Outline:
    """The outline of `letter`; `draft` while nobody has signed it."""
    words, second = _spoken(letter), letter.beside or letter
    sides = (_side(*pair) for pair in zip(letter.parties, second.parties, strict=True))
    sections = (_part(*pair) for pair in zip(letter.sections, second.sections, strict=True))
    return Outline(
        words=words,
        language=letter.language,
        standing=words.standing_draft if draft else words.standing_copy,
        letterhead=letter.letterhead,
        title=letter.title,
        subtitle=letter.subtitle,
        head=_head(letter, words, second),
        parts=(*sides, *sections),
        closing=letter.closing,
        end=_end(letter, words),
        checking=f"{words.checking} {letter.verify_at}" if letter.verify_at else "",
    )


def _spoken(letter: Letter) -> FixedWords:
    """What the letter brings of its form's own words, in its first language; the rest in English."""
    brought = dict(letter.words)
    return replace(
        ENGLISH,
        date=brought.get("date", ENGLISH.date),
        reference=brought.get("reference", ENGLISH.reference),
        status=brought.get("status", ENGLISH.status),
        place_and_date=brought.get("place_and_date", ENGLISH.place_and_date),
    )


def _day(letter: Letter) -> str:
    return dict(letter.words).get("day") or long_day(letter.date, letter.language)


def _signed_for(letter: Letter, words: FixedWords) -> str:
    side = letter.parties[1].part
    return dict(letter.words).get("signed_for") or f"{words.signed_for} {side[:1].lower()}{side[1:]}"


def _head(letter: Letter, words: FixedWords, second: Letter) -> tuple[Row, ...]:
    status = (Row(f"3 {words.status}", letter.status),) if letter.status else ()
    return (
        Row(f"1 {words.date}", _day(letter)),
        Row(f"2 {words.reference}", letter.reference),
        *status,
        *_rows(letter.status_rows, second.status_rows),
    )


def _rows(first: tuple[Row, ...], second: tuple[Row, ...]) -> Iterator[Row]:
    """The rows of the first language; below a text that was given in both, what it is in the second."""
    for row, other in zip(first, second, strict=True):
        yield row
        if other.language and other is not row:
            yield replace(other, note="")


def _side(party: Party, second: Party) -> OutlinePart:
    named = tuple(line for line in (party.name, party.country) if line)
    return OutlinePart(str(party.number), party.part, named, (), (*_rows(party.rows, second.rows),))


def _part(section: Section, second: Section) -> OutlinePart:
    """Where every row rests on one article, it stands once, under the heading."""
    notes = {row.note for row in section.rows}
    shared = notes.pop() if len(section.rows) > 1 and len(notes) == 1 else ""
    rows = tuple(replace(row, note="") for row in section.rows) if shared else section.rows
    return OutlinePart(
        str(section.number),
        section.title,
        (),
        tuple(note for note in (section.note, shared) if note),
        (*_rows(rows, second.rows),),
    )


def _end(letter: Letter, words: FixedWords) -> tuple[Row, ...]:
    signatory, day = letter.signatory, _day(letter)
    who = (signatory.function, signatory.name, signatory.organisation)
    where = f"{signatory.place}, {day}" if signatory.place else day
    return (
        Row(_signed_for(letter, words), "\n".join(line for line in who if line)),
        Row(words.place_and_date, where),
    )
