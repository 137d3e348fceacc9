"""What the software imports is among the packages that a node installs: a package of the tests' alone fails at home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def imported() -> Iterator[tuple[str, str]]:
    """Each module of others that the software imports, by its first name, and a file that does."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        if "tests" in path.parts or path.name == "conftest.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                first = name.partition(".")[0]
                if first != "comity" and first not in sys.stdlib_module_names:
                    yield first, str(path.relative_to(ROOT))


def test_what_is_imported_is_installed_with_a_node() -> None:
    text = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    locked = {
        name.lower().replace("_", "-") for name in re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==", text, re.MULTILINE)
    }
    givers = packages_distributions()
    missing = {
        module: file
        for module, file in imported()
        if not locked & {giver.lower().replace("_", "-") for giver in givers.get(module, ())}
    }
    assert not missing, f"Name the packages of these in requirements/run.in, and make lock: {missing}"
