"""Letters that try what paper takes: forty pages of facts, two hundred identifiers, names from right to left."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from pypdf import PdfReader

from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.letter import Letter, Row, Section
from comity.documents.rules.printable import LONGEST_TEXT, NotPrintable

FACTS = (
    "On 14 November 2026 between 20:05 and 20:40 (UTC+4), unknown persons entered the online banking of a company with "
    "stolen credentials and ordered three transfers.\n\n"
)


def saying(letter: Letter, value: str | tuple[str, ...], *, exact: bool = False) -> Letter:
    return replace(letter, sections=(Section(8, "Facts", "", (Row("Said", value, exact=exact),)),))


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_forty_pages_of_facts_are_printed(letter: Letter) -> None:
    text = (FACTS * (LONGEST_TEXT // len(FACTS)) + "This is the end.").strip()
    printed = pages(typeset(saying(letter, text), json.dumps({"summary": text}).encode()))
    assert len(printed) >= 40
    assert "This is the end." in printed[-1] + printed[-2]


def test_one_page_more_is_refused_with_the_limit(letter: Letter) -> None:
    with pytest.raises(
        NotPrintable, match=r"Section 8, “Said”: the text has 12[0-9],[0-9]{3} characters; 120,000 can be"
    ):
        typeset(saying(letter, FACTS * (LONGEST_TEXT // len(FACTS) + 10)), b"{}")


def test_two_hundred_identifiers_are_printed(letter: Letter) -> None:
    identifiers = tuple(f"203.0.113.{n}, port {50_000 + n}, 2026-11-14 16:05:12 UTC" for n in range(200))
    text = "".join(pages(typeset(saying(letter, identifiers, exact=True), b"{}"))).replace("\n", "")
    assert all(f"203.0.113.{n}, port {50_000 + n}" in text for n in range(200))


@pytest.mark.parametrize(
    ("name", "printed"), [("محمد عبد الله", "محمد"), ("שרה כהן", "שרה"), ("محمد (Mohammed) 2026", "Mohammed")]
)
def test_a_name_from_right_to_left_is_printed_as_its_letters_run(letter: Letter, name: str, printed: str) -> None:
    text = "".join(pages(typeset(saying(letter, f"The suspect, {name}, is abroad."), b"{}")))
    assert printed in text or printed[::-1] in text


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u2069"])
def test_signs_that_turn_the_direction_are_refused_beside_it(letter: Letter, sign: str) -> None:
    with pytest.raises(NotPrintable, match="turns the direction"):
        typeset(saying(letter, f"محمد{sign}"), b"{}")


@pytest.mark.parametrize(("text", "sign"), [("suspect 漢字", "漢"), ("𒀀 tablet", "𒀀"), ("ᠮᠣᠩ", "ᠮ")])
def test_a_sign_that_no_font_has_is_named(letter: Letter, text: str, sign: str) -> None:
    with pytest.raises(NotPrintable, match=f"Section 8, “Said”: the letter's fonts have no sign for “{sign}”"):
        typeset(saying(letter, text), b"{}")
