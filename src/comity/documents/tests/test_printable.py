"""What may stand on paper, as a table; no database, no font."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.documents.rules.letter import Letter, Row, Section
from comity.documents.rules.printable import (
    LARGEST_ATTACHMENT,
    LONGEST_LETTER,
    LONGEST_TEXT,
    MOST_LINES,
    NotPrintable,
    as_printed,
    check_attachment,
    check_printable,
    is_common,
)


def with_row(letter: Letter, value: str | tuple[str, ...], label: str = "Facts") -> Letter:
    return replace(letter, sections=(Section(8, "Offence", "", (Row(label, value),)),))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("soft\u00adhyphen \ufeffmark \u200bspace \u200ejoin", "softhyphen mark space join"),
        ("ქართული ԱԲԳ їє e\u0301", "ქართული ԱԲԳ їє e\u0301"),
    ],
)
def test_as_printed(typed: str, printed: str) -> None:
    assert as_printed(typed) == printed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\x00b", "U+0000"),
        ("a\x1bb", "control character"),
        ("pay \u202egpj.exe", "turns the direction"),
        ("\ud800", "half of a character"),
        ("\ue000", "nobody's alphabet"),
        ("Z" + "\u0301" * 5, "accents"),
        ("a\n" * MOST_LINES, "lines"),
        ("a" * 2_001, "without a space"),
        ("aб " * 2_501, "changes its alphabet"),
        ("e\u0301 " * 20_001, "accents apart from their letters"),
        ("a " * (LONGEST_TEXT // 2) + "a", "120,001 characters"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_place(letter: Letter, text: str, says: str) -> None:
    with pytest.raises(NotPrintable, match=r"^Section 8, “Facts”: ") as problem:
        check_printable(with_row(letter, text))
    assert says in str(problem.value)


@pytest.mark.parametrize("value", [("a " * 5_000,) * (LONGEST_LETTER // 10_000 + 1), ("a",) * 2_001])
def test_a_letter_has_an_end(letter: Letter, value: tuple[str, ...]) -> None:
    with pytest.raises(NotPrintable, match="too long"):
        check_printable(with_row(letter, value))


def test_a_letter_has_so_many_lines_and_no_more(letter: Letter) -> None:
    def long(fields: int) -> Letter:
        rows = tuple(Row(f"Facts {number}", "a\n" * 2_400) for number in range(fields))
        return replace(letter, sections=(Section(8, "Facts", "", rows),))

    check_printable(long(4))
    with pytest.raises(NotPrintable, match=r"The letter has 12,\d{3} lines; 10,000 can be printed"):
        check_printable(long(5))


def test_an_ordinary_letter_can_be_printed(letter: Letter) -> None:
    check_printable(letter)


def test_attachments_are_bounded_text() -> None:
    assert check_attachment("ქ".encode()) == "ქ"
    with pytest.raises(NotPrintable, match="UTF-8"):
        check_attachment(b"\xff")
    with pytest.raises(NotPrintable, match="bytes"):
        check_attachment(b"x" * (LARGEST_ATTACHMENT + 1))


@pytest.mark.parametrize(
    "text", ["Nino’s № 5 – 20 €", "Ђ і ї є ґ ў", "ნინო", "Նինո", "ə ğ ı ș ț", "Ά", "two\nlines\tand more"]
)
def test_signs_of_the_letters_alphabets_are_common(letter: Letter, text: str) -> None:
    assert is_common(letter)
    assert is_common(with_row(letter, text))


@pytest.mark.parametrize("text", ["\U00013000", "中文", "محمد", "שלום", "🐉"])
def test_signs_of_other_alphabets_are_not(letter: Letter, text: str) -> None:
    assert not is_common(with_row(letter, text))
