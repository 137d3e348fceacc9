"""What a stranger's file is found to be: what is taken, what is not, and that neither costs much or runs anything."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.documents.adapters.reading.apart import Broken
from comity.documents.adapters.recognition import process
from comity.documents.adapters.recognition.recognise import recognise
from comity.documents.queries.recognition import Busy, FileNotTaken, recognised
from comity.documents.rules.file_kind import FileKind, media_label
from comity.documents.rules.file_marks import RUNNABLE, misnamed
from comity.documents.rules.found_file import FoundFile, Obstacle
from comity.documents.tests import attached_files as files

TAKEN = [
    ("order.pdf", files.pdf(3), FileKind.PDF, 3),
    ("order.docx", files.docx(), FileKind.DOCX, None),
    ("icons.docx", files.zipped({"word/media/a.svg": b"<svg/>"}, onto=files.docx()), FileKind.DOCX, None),
    ("order.odt", files.odt(), FileKind.ODT, None),
    ("log.xlsx", files.xlsx(), FileKind.XLSX, None),
    ("scan.png", files.PNG, FileKind.PNG, 1),
    ("scan.jpg", files.JPEG, FileKind.JPEG, 1),
    ("log.txt", "2026-03-01 вхід\n".encode(), FileKind.TEXT, None),
    ("initials.txt", b"MZ: order of 2 March\n", FileKind.TEXT, None),
    ("log.csv", b"time,address\n", FileKind.CSV, None),
    ("log.json", b'{"a": [1]}', FileKind.JSON, None),
    ("log.xml", b"<?xml version='1.0'?><log/>", FileKind.XML, None),
    ("mail.eml", files.MAIL, FileKind.MAIL, None),
]


@pytest.mark.parametrize(("name", "content", "kind", "pages"), TAKEN, ids=[case[0] for case in TAKEN])
def test_what_is_taken(name: str, content: bytes, kind: FileKind, pages: int | None) -> None:
    assert recognise(content, name) == FoundFile(kind, pages)
    assert misnamed(kind, name) == ""


_ATTACHED = files.MAIL.replace(
    b"\r\n\r\n", b'\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream; name="a.exe"\r\n\r\n'
)
REFUSED = [
    ("empty", b"", "order.pdf", Obstacle.EMPTY),
    ("windows", b"MZ\x90\x00" + bytes(60), "order.pdf", Obstacle.PROGRAM),
    ("linux", b"\x7fELF\x02\x01", "order", Obstacle.PROGRAM),
    ("mac", b"\xcf\xfa\xed\xfe" + bytes(20), "order.pdf", Obstacle.PROGRAM),
    ("shortcut", b"L\x00\x00\x00\x01\x14\x02\x00", "order.pdf", Obstacle.PROGRAM),
    ("jar", files.zipped({"META-INF/MANIFEST.MF": b"", "A.class": b""}), "order.docx", Obstacle.PROGRAM),
    ("shell", b"#!/bin/sh\nrm -rf /\n", "notes.txt", Obstacle.SCRIPT),
    ("batch", b"@ECHO OFF\r\n", "notes.txt", Obstacle.SCRIPT),
    ("named as a script", b"WScript.Echo 1", "order.vbs", Obstacle.SCRIPT),
    ("named twice", files.pdf(), "order.pdf.exe", Obstacle.SCRIPT),
    ("html", b"<!DOCTYPE html><p>", "order.txt", Obstacle.WEB_PAGE),
    ("svg", b"<?xml version='1.0'?><svg xmlns='s'/>", "order.xml", Obstacle.WEB_PAGE),
    ("zip", files.zipped({"order.pdf": b"%PDF-"}), "order.zip", Obstacle.ARCHIVE),
    ("rar", b"Rar!\x1a\x07\x00", "order.rar", Obstacle.ARCHIVE),
    ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "order.doc", Obstacle.OLD_OFFICE),
    ("macros", files.zipped({"word/vbaProject.bin": b"x"}, onto=files.docx()), "order.docx", Obstacle.MACROS),
    ("odt macros", files.zipped({"Basic/Standard/M.xml": b"x"}, onto=files.odt()), "o.odt", Obstacle.MACROS),
    ("object", files.zipped({"word/embeddings/o.bin": b"x"}, onto=files.docx()), "order.docx", Obstacle.EMBEDDED),
    ("program in it", files.zipped({"word/media/a.exe": b"MZ"}, onto=files.docx()), "order.docx", Obstacle.CARRIES),
    (
        "template",
        files.zipped(
            {"word/_rels/settings.xml.rels": b'<r Type="x/attachedTemplate" Target="h" TargetMode="External"/>'},
            onto=files.docx(),
        ),
        "order.docx",
        Obstacle.REMOTE,
    ),
    ("docx with password", files.zip_with_password(), "order.docx", Obstacle.ENCRYPTED),
    ("zip bomb", files.zipped({"[Content_Types].xml": bytes(9_000_000)}), "order.docx", Obstacle.UNFOLDS),
    ("cut docx", files.docx()[:-40], "order.docx", Obstacle.DAMAGED),
    ("pdf with password", files.pdf(password="p"), "order.pdf", Obstacle.ENCRYPTED),
    ("pdf script", files.pdf_that_acts("/JavaScript", JS="app.alert(1)"), "order.pdf", Obstacle.ACTS),
    ("pdf launch", files.pdf_that_acts("/Launch", F="cmd.exe"), "order.pdf", Obstacle.ACTS),
    ("pdf carries", files.pdf_that_carries("invoice.exe"), "order.pdf", Obstacle.CARRIES),
    ("cut pdf", b"%PDF-1.7\n1 0 obj", "order.pdf", Obstacle.DAMAGED),
    ("cut png", files.PNG[:40], "scan.png", Obstacle.DAMAGED),
    ("cut jpeg", files.JPEG[:-2], "scan.jpg", Obstacle.DAMAGED),
    ("entities", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a.xml", Obstacle.UNFOLDS),
    ("no json", b"{'a': 1", "a.json", Obstacle.DAMAGED),
    ("program in a mail", _ATTACHED, "mail.eml", Obstacle.CARRIES),
    ("noise", bytes(range(256)), "order.bin", Obstacle.UNKNOWN),
    ("latin-1", "Überweisung".encode("latin-1"), "order.txt", Obstacle.UNKNOWN),
]


@pytest.mark.parametrize(("content", "name", "obstacle"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_is_not_taken_says_what_it_is_and_what_to_do(content: bytes, name: str, obstacle: Obstacle) -> None:
    found = recognise(content, name)
    assert (found.kind, found.obstacle) == (None, obstacle)
    assert "{" not in found.sentence
    assert found.sentence.count(". ") >= 1
    assert FoundFile.from_plain(found.plain()) == found


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (FileKind.DOCX, "order.pdf", "“.pdf”, but the file is: Word document. "),
        (FileKind.PDF, "order.docx", "“.docx”, but the file is: PDF. "),
        (FileKind.PDF, "order", "no ending, but the file is: PDF. "),
        (FileKind.TEXT, "order.pdf", "“.pdf”, but the file is: Plain text. "),
        (FileKind.TEXT, "access-2026-03.log.1", ""),
        (FileKind.JPEG, "SCAN.JPEG", ""),
    ],
)
def test_a_name_that_says_something_else_is_said(kind: FileKind, name: str, said: str) -> None:
    assert said in misnamed(kind, name)
    assert bool(misnamed(kind, name)) is bool(said)


def test_a_docx_called_pdf_is_refused_with_what_it_is() -> None:
    with pytest.raises(FileNotTaken, match=r"ends in “\.pdf”, but the file is: Word document"):
        recognised(files.docx(), "order.pdf")


@pytest.mark.parametrize("bomb", [files.pdf_bomb(), files.endless_pdf()], ids=["unfolds", "endless"])
def test_a_pdf_made_to_exhaust_its_reader_is_ended(bomb: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process.READER, "seconds", 2)
    found = process.recognise_apart(bomb, "order.pdf")
    assert found.obstacle in {Obstacle.UNFOLDS, Obstacle.TOO_COSTLY, Obstacle.DAMAGED}


def test_json_that_would_fill_the_memory_is_too_costly() -> None:
    found = process.recognise_apart(b"[" + b"{}," * 5_000_000 + b"{}]", "log.json")
    assert found == FoundFile(obstacle=Obstacle.TOO_COSTLY)


def test_the_process_finds_what_is_found_here() -> None:
    assert process.recognise_apart(files.pdf(3), "order.pdf") == FoundFile(FileKind.PDF, 3)


def test_a_broken_installation_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Broken):
        process.recognise_apart(files.pdf(), "order.pdf")


def test_when_all_places_are_taken_one_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process.READER, "wait", 0)
    taken = [process.READER.places.acquire() for _ in range(process.READER.at_once)]
    try:
        with pytest.raises(Busy):
            recognised(files.pdf(), "order.pdf")
    finally:
        for _ in taken:
            process.READER.places.release()


@given(st.binary(max_size=300), st.sampled_from([*sorted(RUNNABLE), "pdf", "docx", "txt", "png", ""]))
def test_no_bytes_bring_it_down(content: bytes, ending: str) -> None:
    for begins in (b"", b"%PDF-1.7\n", b"PK\x03\x04", files.PNG[:20], b"From: a\nDate: b\n\n", b"<?xml "):
        found = recognise(begins + content, f"order.{ending}" if ending else "order")
        assert (found.kind is None) is (found.obstacle is not None)


def test_every_kind_has_its_words() -> None:
    assert {media_label(kind.media) for kind in FileKind} == {kind.label for kind in FileKind}
    assert media_label("application/x-other") == "application/x-other"
