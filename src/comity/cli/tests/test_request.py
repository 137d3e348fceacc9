"""Requests as files on the command line: schemas in step, letters written, drafts from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from comity.casework.models import Request
from comity.casework.tests.conftest import at, cast, draft, node  # noqa: F401  fixtures of the desk
from comity.cli.app import app

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["request", *arguments])


def test_schemas_are_written_and_compared(tmp_path: Path) -> None:
    assert run("schema", "--to", str(tmp_path), "--check").exit_code == 1
    assert run("schema", "--to", str(tmp_path)).exit_code == 0
    assert run("schema", "--to", str(tmp_path), "--check").exit_code == 0
    (tmp_path / "preservation" / "9.json").write_text("{}", "utf-8")
    assert "preservation/9.json" in run("schema", "--to", str(tmp_path), "--check").output
    run("schema", "--to", str(tmp_path))
    assert not (tmp_path / "preservation" / "9.json").exists()


def test_a_letter_is_written_and_comes_back(cast: Any, at: Callable[..., str], tmp_path: Path) -> None:  # noqa: F811
    reference = at("ready")
    signed = Request.objects.select_related("case").get(reference=reference)
    for form in ("pdf", "docx", "txt", "json"):
        written = run("letter", reference, "--format", form, "--by", "drafter", "--to", str(tmp_path / f"l.{form}"))
        assert written.exit_code == 0, written.output
    assert Document(str(tmp_path / "l.docx")).tables
    assert run("letter", reference, "--by", "drafter").output == (tmp_path / "l.txt").read_text("utf-8")
    for form in ("pdf", "json"):
        taken = run("import", str(tmp_path / f"l.{form}"), "--case", signed.case.reference, "--by", "drafter")
        assert taken.exit_code == 0, taken.output
        assert Request.objects.latest("pk").content == signed.content


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("letter", "GE-2026-99999", "--by", "drafter"), "no such request"),
        (("letter", "GE-2026-99999", "--by", "nobody"), "nobody"),
        (("letter", "GE-2026-99999", "--by", "drafter", "--format", "docx"), "--to letter.docx"),
        (("import", "missing.pdf", "--title", "x", "--by", "drafter"), "cannot be read"),
        (("import", "missing.pdf", "--by", "drafter"), "Say where it belongs"),
        (("import", __file__, "--title", "x", "--by", "drafter"), "neither a PDF nor"),
    ],
)
def test_what_does_not_go_is_said(cast: Any, node: Path, arguments: tuple[str, ...], words: str) -> None:  # noqa: F811
    result = run(*arguments)
    assert result.exit_code in {1, 2}
    assert words in " ".join(result.output.split())
