"""What the program imports is in the lock of those who only run it: tests bring more packages and would hide a lack."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "comity"


def imported(file: Path) -> Iterator[str]:
    """The first name of every module that the file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def locked() -> set[str]:
    lines = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0].partition("[")[0].lower() for line in lines if "==" in line}


@pytest.mark.parametrize("part", sorted(path.name for path in SOURCE.iterdir() if path.is_dir()))
def test_every_package_that_the_program_imports_comes_with_it(part: str) -> None:
    known, brought_by = locked(), packages_distributions()
    lacking = {
        f"{file.relative_to(ROOT)}: {name}"
        for file in (SOURCE / part).rglob("*.py")
        if "tests" not in file.parts
        for name in imported(file)
        if name not in {"comity", *sys.stdlib_module_names}
        and not known & {package.lower().replace("_", "-") for package in brought_by.get(name, ())}
    }
    assert lacking == set()
