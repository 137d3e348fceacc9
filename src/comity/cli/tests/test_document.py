"""`comity document verify`: the verdict in words, as JSON, and as an exit code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from typer.testing import CliRunner

from comity.cli.app import app
from comity.documents.adapters.signing.signatures import sign
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.rules.letter import Letter, Party, Signatory
from comity.kernel import clock


@pytest.fixture(autouse=True)
def _home(tmp_path: Path) -> Iterator[None]:
    with override_settings(ENV=replace(settings.ENV, home=tmp_path / "home", organisation="Contact point, Georgia")):
        yield


@pytest.fixture
def unsigned() -> bytes:
    parties = (Party(4, "Requested authority", "A", "Ukraine"), Party(5, "Requesting authority", "B", "Georgia"))
    letter = Letter(
        "preservation",
        1,
        "en",
        "Request",
        "",
        "GE-2026-00001",
        clock.today(),
        parties,
        (),
        "",
        Signatory("Officer", "B"),
    )
    return typeset(letter, b'{"reference":"GE-2026-00001"}')


def verify(*arguments: str) -> tuple[int, str]:
    ended = CliRunner(env={"COLUMNS": "120"}).invoke(app, ["document", "verify", *arguments])
    return ended.exit_code, ended.output


def test_a_whole_letter(unsigned: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(sign(unsigned, reason="Request"))
    code, output = verify(str(file))
    assert code == 0
    for words in (
        "Whole, and signed by a known signer.",
        "Contact point, Georgia",
        "as the signer claims",
        "request.json",
    ):
        assert words in output
    code, output = verify(str(file), "--json")
    found = json.loads(output)
    assert code == 0
    assert (found["verdict"], found["trusted"], found["request"]) == ("whole", True, {"reference": "GE-2026-00001"})
    assert {check["answer"] for check in found["checks"]} == {"yes", "unknown"}


def test_a_letter_nobody_signed(unsigned: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(unsigned)
    code, output = verify(str(file))
    assert code == 1
    assert "Not signed." in output


def test_a_changed_letter(unsigned: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(sign(unsigned, reason="Request") + b"[bold]more[/bold]")
    code, output = verify(str(file))
    assert code == 1
    assert "Changed after it was signed." in output


def test_what_is_no_letter(tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_text("hello")
    code, output = verify(str(file))
    assert code == 1
    assert "not a PDF file" in output


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.pdf", tmp_path):
        code, output = verify(str(path))
        assert code == 2
        assert "cannot be read" in output
