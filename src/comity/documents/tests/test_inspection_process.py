"""The process that reads strangers' files: what it finds, what it may not have, and how it ends."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

import pytest

from comity.documents.adapters.reading.apart import Broken, environment
from comity.documents.adapters.reading.inspection import inspect
from comity.documents.adapters.reading.inspection_process import READER, inspect_apart
from comity.documents.adapters.trust.trusted import anchors
from comity.documents.rules.findings import Problem
from comity.kernel import clock


def with_table(size: int, widths: bytes, table: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF of nothing but a compressed cross-reference table."""
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    entry = b"2 0 obj\n<</Type/XRef/Size %d/W[%s]/Root 1 0 R/Filter %s/Length %d>>\nstream\n%s\nendstream\nendobj\n"
    return head + entry % (size, widths, filters, len(table), table) + b"startxref\n%d\n%%%%EOF\n" % len(head)


def test_it_finds_what_is_found_at_home(signed: bytes, signing_home: Path) -> None:
    now = clock.now()
    assert inspect_apart(signed, anchors(signing_home), now) == inspect(signed, anchors(signing_home), now)


@pytest.mark.parametrize(
    "bomb",
    [
        with_table(4, b"1 2 1", zlib.compress(bytes(100 * 1024 * 1024), 9)),
        with_table(
            4, b"1 2 1", zlib.compress(zlib.compress(bytes(100 * 1024 * 1024), 9), 9), b"[/FlateDecode/FlateDecode]"
        ),
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 1_000_000 + b"\nendobj\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 2/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
    ],
    ids=["bomb", "bomb in a bomb", "nest", "loop"],
)
def test_a_file_made_to_exhaust_its_reader_does_not(bomb: bytes) -> None:
    assert inspect(bomb, [], clock.now()).problem in {Problem.TOO_COSTLY, Problem.DAMAGED}


def test_what_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(READER, "seconds", 2)
    endless = with_table(2_000_000_000, b"0 0 0", zlib.compress(b""))
    assert inspect_apart(endless, [], clock.now()).problem is Problem.TOO_COSTLY


def test_it_is_told_nothing_it_need_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret@/comity")
    assert set(environment()) == {"PYTHONPATH", "PYTHONUTF8"}
    assert os.environ["DATABASE_URL"]


def test_a_broken_installation_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "executable", sys._base_executable)
    with pytest.raises(Broken, match="No module named"):
        inspect_apart(b"%PDF-", [], clock.now())


def test_when_all_places_are_taken_one_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(READER, "wait", 0)
    taken = [READER.places.acquire() for _ in range(READER.at_once)]
    try:
        assert inspect_apart(b"%PDF-", [], clock.now()).problem is Problem.BUSY
    finally:
        for _ in taken:
            READER.places.release()
