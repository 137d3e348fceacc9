"""`comity words`: the template of this repository is in step, and what is not is named."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from comity.cli.app import app
from comity.cli.words import LOCALE


def words(*arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(app, ["words", "letters", *arguments])
    return found.exit_code, found.output


def test_what_translators_have_is_what_letters_say() -> None:
    code, said = words("--check")
    assert (code, said.count(" texts")) == (0, 8), said


def test_files_are_written_where_none_are_and_stay_as_they_are(tmp_path: Path) -> None:
    assert words("--write", "--locale", str(tmp_path))[0] == 0
    written = {file: file.read_bytes() for file in tmp_path.rglob("letters.po*")}
    assert len(written) == 9
    assert written[tmp_path / "letters.pot"] == (LOCALE / "letters.pot").read_bytes()
    assert words("--write", "--locale", str(tmp_path))[0] == 0
    assert {file: file.read_bytes() for file in tmp_path.rglob("letters.po*")} == written


def test_what_is_out_of_step_is_named(tmp_path: Path) -> None:
    words("--write", "--locale", str(tmp_path))
    file = tmp_path / "uk" / "letters.po"
    file.write_text(file.read_text().replace('msgid "Fax"', 'msgid "Telefax"'))
    (tmp_path / "letters.pot").write_text("")
    code, said = words("--check", "--locale", str(tmp_path))
    assert code == 1
    assert "letters.pot is out of step" in said
    assert "uk/letters.po: 1 texts are missing, 1 are no longer said" in said
    assert "comity words letters --write" in said
