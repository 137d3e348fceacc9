"""The house stays habitable: small files, one concept each, that say what they are for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CEILING = 300
FORBIDDEN = {"models.py", "views.py", "utils.py", "helpers.py", "common.py"}
FOLDERS = ("src", "tests", "benchmarks")
SUFFIXES = {".py", ".html", ".css", ".js", ".typ"}


def files(*suffixes: str) -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def test_no_file_is_over_the_ceiling() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files(*SUFFIXES)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > CEILING
    }
    assert not long, f"These files hold more than {CEILING} lines; divide them by concept: {long}"


def test_no_file_is_a_drawer() -> None:
    drawers = [str(path.relative_to(ROOT)) for path in files(".py") if path.name in FORBIDDEN]
    assert not drawers, f"Name these after the concept they hold: {drawers}"


def test_a_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in files(".py")
        if "migrations" not in path.parts
        and (tree := ast.parse(path.read_text(encoding="utf-8"))).body
        and not ast.get_docstring(tree)
    ]
    assert not silent, f"Begin these with a sentence: what it is for, and what it must not do. {silent}"


def test_only_the_kernel_reads_the_clock() -> None:
    clock = ROOT / "src/comity/kernel/clock.py"
    reading = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|timezone\.now|time\.time)\(")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files(".py")
        if path.is_relative_to(ROOT / "src") and "tests" not in path.parts and path != clock
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if reading.search(line)
    ]
    assert not found, f"Take the time from comity.kernel.clock: {found}"


def test_nothing_is_called_invalid() -> None:
    """An error says what is wrong and what to do; "invalid" says neither."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in files(".py")
        if path.is_relative_to(ROOT / "src") and "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.match(r"[A-Z“]", node.value) and re.search(r"(?<![.\w])invalid\b", node.value, re.IGNORECASE)
    ]
    assert not found, f"Say what is wrong, where, and what to do: {found}"
