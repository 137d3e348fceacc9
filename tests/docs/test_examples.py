"""What the documents show is what the program does: every `$ comity …` of a ```console block is run and compared.

Below a command stands the beginning of what it prints; “…” stands for anything, and line breaks do not matter. Without
output only the exit code counts: 0, or the one that the block names (```console exit=2). A block marked
```console by-hand is not run: it stays, asks, or changes what a test may not. A block marked ```console curl calls the
API: tests/api/test_documented.py runs it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from comity.cli.app import app
from comity.config.commands import register

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
STAYING = {"run", "prepare", "frontend", "web", "worker"}
"""Commands that make or run a node; their own tests start them."""

FILES = {"letter.pdf": b"%PDF-1.7 a file that an example speaks of\n"}
BLOCK = re.compile(r"^```console(?P<marks>[^\n]*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Example:
    """One command of a document, what its output begins with, and the exit code it ends with."""

    place: str
    arguments: tuple[str, ...]
    output: str
    code: int

    @property
    def compared(self) -> bool:
        """Whether the command's file is real: of a made-up one there is nothing to compare."""
        return not set(self.arguments) & set(FILES)


def examples() -> list[Example]:
    return [example for path in DOCUMENTS for example in _in(path)]


def _in(path: Path) -> Iterator[Example]:
    text = path.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        marks = block["marks"].split()
        if {"by-hand", "curl"} & set(marks):
            continue
        code = next((int(mark.removeprefix("exit=")) for mark in marks if mark.startswith("exit=")), 0)
        line = text.count("\n", 0, block.start()) + 2
        for shown in re.split(r"^(?=\$ )", block["text"], flags=re.MULTILINE):
            command, _, output = shown.partition("\n")
            words = shlex.split(command.removeprefix("$ ").partition(" | ")[0])
            if words[:1] == ["comity"] and not set(words[1:2]) & STAYING:
                piped = " | " in command
                yield Example(
                    f"{path.relative_to(ROOT)}:{line}", tuple(words[1:]), "" if piped else output.strip(), code
                )
            line += shown.count("\n")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the examples are run: the files they speak of lie there."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)


def run(arguments: tuple[str, ...]) -> Result:
    if "run" not in {command.callback.__name__ for command in app.registered_commands if command.callback}:
        register(app)
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "100", "TERM": "dumb"})


def as_shown(output: str) -> re.Pattern[str]:
    """What the document shows, as a pattern for the beginning of one line of text."""
    words = " ".join(output.split())
    return re.compile(re.escape(words).replace("…", ".*?"), re.DOTALL)


def test_there_are_examples() -> None:
    assert len(examples()) > 5


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example.place} {' '.join(example.arguments)}")
def test_an_example_does_what_it_shows(example: Example) -> None:
    result = run(example.arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    said = " ".join(result.output.split())
    if example.compared:
        assert result.exit_code == example.code, f"{example.place} ends with {result.exit_code}: {said}"
        assert as_shown(example.output).match(said), f"{example.place} prints:\n{result.output}"


def test_an_example_that_shows_something_else_is_found() -> None:
    assert as_shown("Whole: … entries").match("Whole: 12 entries, head none.")
    assert not as_shown("Whole: 3 entries").match("Whole: 12 entries, head none.")
    assert run(("plan", "GE", "XX", "--measure", "preserve")).exit_code == 2
