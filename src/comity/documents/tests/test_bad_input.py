"""Strangers' files that are not what they seem: each is called what it is, within bounds, and never run."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from comity.documents.adapters.reading.apart import environment
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.rules.findings import Findings, Problem
from comity.documents.rules.inside import FileSort
from comity.documents.rules.judgement import judge
from comity.documents.rules.recognising import sort_of
from comity.documents.rules.verification import Verdict, Verification
from comity.documents.tests import hostile, pki
from comity.documents.tests.hostile import BOMBS, ELF, JAVA, OLD_MACROS, PE, acting, archive, holding, office, on_a_note

NOW = datetime(2026, 11, 30, tzinfo=UTC)
MEGABYTES = 300


def seen(pdf: bytes) -> Verification:
    return judge(inspect(pdf, (), NOW), now=NOW)


MEASURED = """
import sys
from comity.documents.adapters.reading.inspection_process import _main
_main()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
"""


def read_and_measured(pdf: bytes) -> tuple[Findings, int]:
    """What the process of its own finds, and the most kilobytes that it held."""
    order = json.dumps({"anchors": [], "moment": NOW.isoformat()}).encode() + b"\n" + pdf
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], input=order, capture_output=True, env=environment(), check=True
    )
    return Findings.from_plain(json.loads(done.stdout)), int(done.stderr)


@pytest.mark.parametrize(("name", "problem"), [(name, problem) for name, (_, problem) in BOMBS.items()])
def test_a_bomb_is_read_within_its_bounds(name: str, problem: Problem) -> None:
    found, kilobytes = read_and_measured(BOMBS[name][0]())
    assert kilobytes * 1024 < MEGABYTES * 1_000_000
    assert found.problem is problem
    assert judge(found, now=NOW).reasons[0].endswith(".")


def test_an_ordinary_letter_takes_a_fraction(signed: bytes) -> None:
    assert read_and_measured(signed)[1] * 1024 < MEGABYTES * 1_000_000 / 2


def test_an_attachment_that_unpacks_to_too_much_is_not_looked_into() -> None:
    found = seen(BOMBS["two hundred megabytes in one"][0]())
    assert found.verdict is Verdict.UNSIGNED
    assert [(file.size, file.sort) for file in found.files] == [(-1, FileSort.UNREAD)]
    assert "not looked into" in found.files[0].words
    assert "larger than a request can be" in found.checks[-1].sentence


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (office(), "it is an office document"),
        (office(macros=True), "it is an office document with macros"),
        (ELF, "it is a program"),
        (PE, "it is a program"),
        (b"#!/bin/sh\necho hello\n", "it is a script"),
        (b"<html><script>1</script></html>", "it is a script"),
        (archive(a=b"1"), "it is an archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "it is a picture"),
        (b"Dear colleague,\nplease preserve.", "it is plain text"),
        (b'{"reference": "GE-2026-00012"}', "it is data in JSON"),
        (bytes(100), "Give the file as it was received"),
        (b"", "Give the file as it was received"),
    ],
)
def test_something_else_renamed_to_pdf_is_called_by_its_name(content: bytes, says: str) -> None:
    found = seen(content)
    assert found.verdict is Verdict.UNREADABLE
    assert says in found.reasons[0]


def test_two_files_in_one(signed: bytes) -> None:
    for polyglot, says in (
        (ELF + signed, "a program"),
        (b"MZ\x00" + bytes(200) + signed, "a program"),
        (b"<html><!--" + signed, "a script"),
        (b"GIF89a" + bytes(10) + signed, "a picture"),
        (office() + signed, "an office document"),
        (signed + archive(a=b"1"), "an archive"),
        (signed + office(macros=True), "macros"),
    ):
        found = seen(polyglot)
        assert found.verdict is Verdict.UNREADABLE, says
        assert "something else at once" in found.reasons[0]
        assert says in found.reasons[0]
        assert found.request is None


PROGRAMS = [
    ("helper", ELF, FileSort.PROGRAM),
    ("letter.pdf", PE, FileSort.PROGRAM),
    ("run.txt", b"#!/usr/bin/env python3\nprint(1)\n", FileSort.SCRIPT),
    ("open.js", b"var a = 1;", FileSort.SCRIPT),
    ("page.html", b"Hello", FileSort.SCRIPT),
    ("translation.docx", office(macros=True), FileSort.MACRO),
    ("list.xlsm", office(), FileSort.MACRO),
    ("old.doc", OLD_MACROS, FileSort.MACRO),
    ("tool.zip", JAVA, FileSort.PROGRAM),
]


@pytest.mark.parametrize(("name", "content", "sort"), PROGRAMS)
@pytest.mark.parametrize("made", [holding, on_a_note])
def test_a_program_inside_is_warned_of(made: object, name: str, content: bytes, sort: FileSort) -> None:
    found = seen(made(name, content))  # type: ignore[operator]
    assert [(file.name, file.sort) for file in found.files] == [(name, sort)]
    assert name in found.cautions[0]
    assert "It was not" in found.cautions[0]


@pytest.mark.parametrize(
    ("name", "content", "sort"),
    [
        ("order.pdf", b"%PDF-1.7", FileSort.PDF),
        ("translation.docx", office(), FileSort.OFFICE),
        ("scan.jpg", b"\xff\xd8\xff\xe0", FileSort.PICTURE),
        ("logs.zip", archive(a=b"1"), FileSort.ARCHIVE),
        ("request.json", b'{"a": 1}', FileSort.DATA),
        ("note.txt", "შენიშვნა ".encode() * 1000, FileSort.TEXT),
        ("MZ.txt", b"MZ-2026 is a reference", FileSort.TEXT),
        ("empty", b"", FileSort.UNKNOWN),
        ("latin.txt", b"caf\xe9", FileSort.UNKNOWN),
    ],
)
def test_what_is_harmless_is_not_warned_of(name: str, content: bytes, sort: FileSort) -> None:
    assert sort_of(name, content) is sort
    assert not seen(holding(name, content)).cautions


@pytest.mark.parametrize(
    "pdf",
    [
        acting(b"<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        acting(b"<</S/Launch/F(calc.exe)>>"),
        acting(b"<</S/GoTo/D[3 0 R]/Next<</S/JavaScript/JS(1)>>>>"),
        acting(b"<</WC<</S/JavaScript/JS(1)>>>>", b"/AA"),
        acting(b"<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>", b"/Names"),
        hostile.pdf(
            [
                hostile.CATALOG % b"",
                hostile.PAGES,
                hostile.PAGE % b"/Annots[4 0 R]",
                b"<</Subtype/Link/A<</S/Launch>>>>",
            ]
        ),
        hostile.pdf(
            [hostile.CATALOG % b"/OpenAction 4 0 R", hostile.PAGES, hostile.PAGE % b"", b"<</S/GoTo/Next 4 0 R>>"]
        ),
    ],
    ids=["script", "program", "second action", "on closing", "named script", "link", "circle"],
)
def test_what_a_viewer_would_carry_out_is_warned_of(pdf: bytes) -> None:
    assert "a viewer might" in seen(pdf).cautions[0]


def test_a_letter_of_ours_runs_nothing(signed: bytes) -> None:
    assert seen(signed).cautions == ()


def test_broken_stripped_and_encrypted(signed: bytes, unsigned: bytes) -> None:
    """The rest of the table is in test_inspection: here, that nothing of it is handed on."""
    broken = bytearray(signed)
    broken[len(unsigned) // 2] ^= 1
    for pdf, verdict in ((bytes(broken), Verdict.CHANGED), (unsigned, Verdict.UNSIGNED), (signed[:-900], None)):
        found = seen(pdf)
        assert not found.trusted
        if verdict is not None:
            assert found.verdict is verdict
        if found.verdict is Verdict.CHANGED:
            assert found.request is None


def test_a_signature_of_zeros_is_none(signed: bytes) -> None:
    start, length, further, _ = pki.byte_range(signed)
    emptied = signed[:length] + b"<" + b"0" * (further - length - 2) + b">" + signed[further:]
    assert start == 0
    assert len(emptied) == len(signed)
    assert seen(emptied).verdict is Verdict.CHANGED
