"""A letter in the one order in which it is read, whatever shows it: DOCX, plain text, a page beside the form.

Each of these walks the outline, so that none can leave out or reorder what the letter says.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from comity.documents.rules.fixed_words import ENGLISH, FixedWords
from comity.documents.rules.letter import Letter, Party, Row, Section
from comity.kernel.cldr import long_day

_BROUGHT = frozenset(asdict(ENGLISH)) - {"signed_for"}
_TWICE = re.compile(r"\A(\d+ )(.*) / \1")


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
    """The outline of `letter`; `draft` while nobody has signed it. Of a letter in two languages, what differs stands
    in both: in one line with a slash between them; the closing words, and what somebody typed in both, one below the
    other; identifiers once."""
    first = _outline(letter, draft)
    return _beside(first, _outline(letter.beside, draft)) if letter.beside else first


def _outline(letter: Letter, draft: bool) -> Outline:
    words = _spoken(letter)
    return Outline(
        words=words,
        language=letter.language,
        standing=words.standing_draft if draft else words.standing_copy,
        letterhead=letter.letterhead,
        title=letter.title,
        subtitle=letter.subtitle,
        head=_head(letter, words),
        parts=(*(_side(party) for party in letter.parties), *(_part(section) for section in letter.sections)),
        closing=letter.closing,
        end=_end(letter, words),
        checking=words.check.replace("{address}", letter.verify_at) if letter.verify_at else "",
    )


def _beside(first: Outline, second: Outline) -> Outline:
    joined: Outline = _joined(first, second)
    closing = "\n".join(dict.fromkeys((first.closing, second.closing)))
    head = tuple(replace(row, label=_TWICE.sub(r"\1\2 / ", row.label)) for row in joined.head)
    return replace(joined, words=first.words, language=first.language, closing=closing, head=head)


def _joined(first: Any, second: Any) -> Any:
    """Two of the same shape as one: what is the same stands once."""
    if first == second:
        return first
    if isinstance(first, str):
        return f"{first} / {second}"
    if isinstance(first, tuple):
        return tuple(one for pair in zip(first, second, strict=True) for one in _each(*pair))
    names = [field.name for field in fields(first) if not (field.name == "value" and first.exact)]
    return replace(first, **{name: _joined(getattr(first, name), getattr(second, name)) for name in names})


def _each(first: Any, second: Any) -> tuple[Any, ...]:
    """Two of the same place: as one, or one below the other where somebody typed them in both languages."""
    if isinstance(first, Row) and first.language != second.language:
        return replace(first, note=_joined(first.note, second.note)), replace(second, note="")
    return (_joined(first, second),)


def _spoken(letter: Letter) -> FixedWords:
    """What the letter brings of its form's own words; the rest, and all that older letters need, in English."""
    brought = dict(letter.words)
    return replace(ENGLISH, **{name: brought[name] for name in _BROUGHT & brought.keys()})


def _day(letter: Letter) -> str:
    return dict(letter.words).get("day") or long_day(letter.date, letter.language)


def _signed_for(letter: Letter, words: FixedWords) -> str:
    side = letter.parties[1].part
    return dict(letter.words).get("signed_for") or f"{words.signed_for} {side[:1].lower()}{side[1:]}"


def _head(letter: Letter, words: FixedWords) -> tuple[Row, ...]:
    status = (Row(f"3 {words.status}", letter.status),) if letter.status else ()
    return (
        Row(f"1 {words.date}", _day(letter)),
        Row(f"2 {words.reference}", letter.reference),
        *status,
        *letter.status_rows,
    )


def _side(party: Party) -> OutlinePart:
    named = tuple(line for line in (party.name, party.country) if line)
    return OutlinePart(str(party.number), party.part, named, (), party.rows)


def _part(section: Section) -> OutlinePart:
    """Where every row rests on one article, it stands once, under the heading."""
    notes = {row.note for row in section.rows}
    shared = notes.pop() if len(section.rows) > 1 and len(notes) == 1 else ""
    rows = tuple(replace(row, note="") for row in section.rows) if shared else section.rows
    return OutlinePart(
        str(section.number), section.title, (), tuple(note for note in (section.note, shared) if note), rows
    )


def _end(letter: Letter, words: FixedWords) -> tuple[Row, ...]:
    signatory, day = letter.signatory, _day(letter)
    who = (signatory.function, signatory.name, signatory.organisation)
    where = f"{signatory.place}, {day}" if signatory.place else day
    return (
        Row(_signed_for(letter, words), "\n".join(line for line in who if line)),
        Row(words.place_and_date, where),
    )
