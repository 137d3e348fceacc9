"""Visible stamps: in places that the letter keeps, tagged and archival, filled one by one; no signature is broken."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest
from pyhanko.sign.ades.report import AdESPassed
from pypdf import PdfReader

from comity.documents.adapters.reading.increment import increment
from comity.documents.adapters.signing.offered import offered
from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.signing.stamp import Stamp
from comity.documents.adapters.signing.typeset_with_places import (
    given_with_places,
    typeset_with_places,
    typeset_with_places_again,
)
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.increment import Added
from comity.documents.rules.letter import Letter, Row, Section
from comity.documents.rules.signature import Level
from comity.documents.tests.signing_world import archival_judgement, living_in
from comity.documents.tests.speaking import third

NOW = datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def roomy(letter: Letter, attachment: bytes) -> bytes:
    return typeset_with_places(third(letter, "en"), attachment, 3)


@pytest.fixture
def stamping(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    frozen_clock(NOW)
    with living_in(tmp_path, timestamps="test", organisation="24/7 point of contact, Georgia"):
        yield tmp_path


def notes(pdf: bytes) -> list[dict[str, object]]:
    reader = PdfReader(io.BytesIO(pdf))
    return [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]


def words(note: dict[str, object]) -> str:
    """What a stamp shows, read from its own fonts."""
    from pypdf import PdfWriter

    look = note["/AP"]["/N"]  # type: ignore[index]
    writer = PdfWriter()
    page = writer.add_blank_page(300, 100)
    page[_name("/Resources")] = look["/Resources"].clone(writer)
    page[_name("/Contents")] = writer._add_object(_plain(look.get_data()))
    return page.extract_text()


def _name(text: str):  # type: ignore[no-untyped-def]
    from pypdf.generic import NameObject

    return NameObject(text)


def _plain(content: bytes):  # type: ignore[no-untyped-def]
    from pypdf.generic import DecodedStreamObject

    made = DecodedStreamObject()
    made.set_data(content)
    return made


def test_the_same_letter_keeps_the_same_places(letter: Letter, attachment: bytes, roomy: bytes) -> None:
    assert typeset_with_places(third(letter, "en"), attachment, 3) == roomy
    assert len(notes(roomy)) == 3
    assert notes(typeset(letter, attachment)) == []


def test_a_letter_is_set_again_with_the_places_it_was_given(letter: Letter, attachment: bytes, roomy: bytes) -> None:
    kept = given_with_places(third(letter, "en"), 3)
    assert typeset_with_places_again(kept, attachment.decode(), 3) == roomy


def test_the_places_stand_with_their_title(letter: Letter) -> None:
    for lines in range(0, 44, 2):
        facts = (Section(8, "A", "", (Row("Said", "line\n" * lines + "end"),)),)
        made = typeset_with_places(replace(third(letter, "en"), sections=facts), b"{}", 2)
        for page in PdfReader(io.BytesIO(made)).pages:
            titles = page.extract_text().split("\n").count("Electronic signature")
            assert not page.get("/Annots") or titles, lines


def test_places_are_inside_the_page_tagged_named_and_do_not_overlap(roomy: bytes) -> None:
    reader = PdfReader(io.BytesIO(roomy))
    keys = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    tags = dict(zip(keys[::2], keys[1::2], strict=True))
    boxes = []
    for page in reader.pages:
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            tag = tags[note["/StructParent"]].get_object()
            assert (tag["/S"], tag["/K"].raw_get("/Obj")) == ("/Form", reference)
            assert (note["/F"], note["/FT"]) == (4, "/Sig")
            assert note["/TU"].startswith("Place for electronic signature")
            left, bottom, right, top = (float(edge) for edge in note["/Rect"])
            assert 0 < left < right < float(page.mediabox.right)
            assert 0 < bottom < top < float(page.mediabox.top)
            boxes.append((page.page_number, left, bottom, right, top))
    for one, other in combinations(boxes, 2):
        assert (
            one[0] != other[0] or one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
        )


def test_a_stamp_says_who_by_which_right_and_when(roomy: bytes, stamping: Path) -> None:
    first, *others = notes(sign(roomy, reason="x", mandate="Approver since 1 January 2026"))
    said = words(first)
    for part in (
        "Electronically signed",
        "24/7 point of contact, Georgia",
        "Approver since 1 January 2026",
        "24 November 2026",
    ):
        assert part in said
    assert all(other["/AP"]["/N"].get_data() == b"" for other in others)  # type: ignore[index]


def test_stamps_are_filled_in_order_and_every_signature_holds(roomy: bytes, stamping: Path) -> None:
    signed = roomy
    for _ in range(4):  # one more than there are places: it has none
        signed = sign(signed, reason="x", level=Level.ARCHIVAL)
    verdicts = archival_judgement(signed, stamping)
    assert [verdict.ades_subindic for verdict in verdicts] == [AdESPassed.OK] * 4
    assert all(verdict.api_status.bottom_line for verdict in verdicts)
    before, after = PdfReader(io.BytesIO(roomy)).root_object, PdfReader(io.BytesIO(signed)).root_object
    assert after["/Metadata"].get_data() == before["/Metadata"].get_data()  # type: ignore[attr-defined]


def test_every_font_of_a_stamp_is_in_the_file(roomy: bytes, stamping: Path) -> None:
    first, *_ = notes(sign(roomy, reason="x"))
    fonts = first["/AP"]["/N"]["/Resources"]["/Font"]  # type: ignore[index]
    assert fonts
    for font in fonts.values():
        (below,) = font.get_object()["/DescendantFonts"]
        descriptor = below.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_a_letter_with_places_is_signed_elsewhere_too(roomy: bytes, stamping: Path) -> None:
    assert offered(roomy) == roomy
    assert increment(roomy, sign(roomy, reason="x")).added is Added.SIGNATURES


@pytest.mark.parametrize("name", ["ნინო, პროკურორი", "Նինո", "Ніно, прокурор", "漢字", "x" * 64])
def test_any_name_gives_a_stamp(name: str) -> None:
    stamp = Stamp(name=name, mandate="y " * 100, moment=NOW)
    assert stamp.drawn(230.0, 58.0).startswith(b"%PDF-1.7")
