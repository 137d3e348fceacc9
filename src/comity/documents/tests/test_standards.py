"""Letters against what PDF/A-3b and PDF/UA-1 demand, checked apart from the press: unsigned, as drafts, and signed.

No independent validator is part of this: `archival_rules` and `aloud_rules` look for what a program can find.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.signing.typeset_with_places import typeset_with_places
from comity.documents.adapters.typesetting.letters import typeset_again, typeset_draft
from comity.documents.rules.letter import Letter
from comity.documents.rules.signature import Level
from comity.documents.tests.aloud_rules import aloud_faults
from comity.documents.tests.archival_rules import archival_faults
from comity.documents.tests.signing_world import living_in
from comity.documents.tests.speaking import third

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.json"))
NOW = datetime(2026, 11, 24, 3, 0, 7, tzinfo=UTC)


def faults(pdf: bytes) -> list[str]:
    return sorted({*archival_faults(pdf), *aloud_faults(pdf)})


@pytest.fixture
def node_with_stamps(tmp_path: Path, frozen_clock: Callable[[datetime], None]) -> Iterator[Path]:
    frozen_clock(NOW)
    with living_in(tmp_path, timestamps="test", organisation="24/7 point of contact, Georgia"):
        yield tmp_path


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_a_letter_of_every_form_and_language_keeps_to_both(file: Path) -> None:
    kept = json.loads(file.read_text(encoding="utf-8"))["letter"]
    assert faults(typeset_again(kept, '{"a":1}')) == []


def test_a_draft_keeps_to_both(letter: Letter) -> None:
    assert faults(typeset_draft(third(letter, "en"))) == []


@pytest.mark.parametrize("places", [0, 3])
def test_a_letter_signed_by_three_keeps_to_both(
    letter: Letter, attachment: bytes, node_with_stamps: Path, places: int
) -> None:
    signed = typeset_with_places(third(letter, "en"), attachment, places)
    assert faults(signed) == []
    for level in (Level.BASIC, Level.TIMED, Level.ARCHIVAL):
        signed = sign(signed, reason="x", mandate="Approver since 1 January 2026", level=level)
        assert faults(signed) == []


# ---- The checks themselves find what is wrong ------------------------------------------------------------------------


def changed(pdf: bytes, change: Callable[[Any], None]) -> list[str]:
    """What is found after one thing in the file was made worse."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return faults(made.getvalue())


def _top(name: str, value: Any) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        writer.root_object[NameObject(name)] = value

    return change


def _without(*path: str) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        found = writer.root_object
        for name in path[:-1]:
            found = found[int(name)] if name.isdigit() else found[name]
            found = found.get_object()
        del found[path[-1]]

    return change


def _fonts(writer: Any) -> Iterator[Any]:
    return (font.get_object() for font in writer.pages[0]["/Resources"]["/Font"].values())


def _no_meaning(writer: Any) -> None:
    for font in _fonts(writer):
        del font["/ToUnicode"]


def _not_inside(writer: Any) -> None:
    for font in _fonts(writer):
        del font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"]


def _wrong_widths(writer: Any) -> None:
    for font in _fonts(writer):
        font["/DescendantFonts"][0].get_object()[NameObject("/W")] = ArrayObject(
            [NumberObject(1), ArrayObject([NumberObject(3)])]
        )


def _first_heading(writer: Any, **change: Any) -> None:
    waiting = [writer.root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if not isinstance(element, DictionaryObject):
            continue
        if element.get("/S") == "/H1":
            element.update({NameObject(f"/{name}"): value for name, value in change.items()})
            return
        waiting.extend(element.get("/K", []) if isinstance(element.get("/K"), list) else [element.get("/K")])


def _script(writer: Any) -> None:
    said = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(k): v for k, v in said.items()})


def _note(writer: Any) -> None:
    note = DictionaryObject()
    box = ArrayObject([NumberObject(edge) for edge in (100, 100, 200, 200)])
    note.update({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
                 NameObject("/Rect"): box, NameObject("/F"): NumberObject(2 + 4)})  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def _silent_note(writer: Any) -> None:
    _note(writer)
    writer.pages[0]["/Annots"][0].get_object()[NameObject("/F")] = NumberObject(4)


WORSE = {
    "6.1.3": lambda writer: writer.encrypt("x"),
    "6.2.3": _without("/OutputIntents"),
    "6.2.11.4": _not_inside,
    "6.2.11.5": _wrong_widths,
    "6.3.2": _note,
    "6.5.1": _script,
    "6.6.4": lambda writer: writer.root_object["/Metadata"].set_data(
        writer.root_object["/Metadata"].get_data().replace(b"<pdfaid:part>3<", b"<pdfaid:part>2<")
    ),
    "6.6.2.3": lambda writer: writer.root_object["/Metadata"].set_data(
        writer.root_object["/Metadata"].get_data().replace(b"http://www.aiim.org/pdfua/ns/id/", b"urn:strange", 1)
    ),
    "6.8": _without("/AF", "0", "/AFRelationship"),
    "7.1: the title": _without("/ViewerPreferences"),
    "7.1: the document is": _top("/MarkInfo", DictionaryObject({NameObject("/Marked"): BooleanObject(False)})),
    "7.1: nobody says": lambda writer: _first_heading(writer, S=NameObject("/Heading")),
    "7.2": _without("/Lang"),
    "7.3": lambda writer: _first_heading(writer, S=NameObject("/Figure")),
    "7.4.2": lambda writer: _first_heading(writer, S=NameObject("/H3")),
    "7.5": lambda writer: _first_heading(writer, S=NameObject("/Table")),
    "7.6": lambda writer: _first_heading(writer, S=NameObject("/LI")),
    "7.18: /Text is not told": _silent_note,
    "7.21.7": _no_meaning,
    "7.1: on page 1 no": _without("/StructTreeRoot", "/ParentTree", "/Nums"),
    "7.2: a language": lambda writer: _first_heading(writer, Lang=TextStringObject("no language")),
}


@pytest.mark.parametrize("clause", WORSE)
def test_what_is_made_worse_is_found(unsigned: bytes, clause: str) -> None:
    assert any(fault.startswith(clause) for fault in changed(unsigned, WORSE[clause])), clause
