"""Journeys wait for what must come, never for a while, and never judge what they read once of a page that may still be
arriving: `expect` looks again until it is so, a plain `assert` looks once."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
FILES = [*sorted((TESTS / "journeys").glob("*.py")), TESTS / "conftest.py", TESTS / "looking.py"]

FOR_A_WHILE = {"wait_for_timeout", "sleep"}
QUIET = "network" + "idle"
"""Waits half a second at least, is over at once where the page was quiet before, and never comes where it polls."""
READ_ONCE = {
    *("all_inner_texts", "all_text_contents", "count", "get_attribute", "inner_html", "inner_text", "input_value"),
    *("is_checked", "is_disabled", "is_enabled", "is_hidden", "is_visible", "text_content", "title", "url"),
}


def hasty(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in FOR_A_WHILE:
            found.append(f"{node.lineno}: {node.attr} waits for a while, not for what must come.")
        elif isinstance(node, ast.Constant) and node.value == QUIET:
            found.append(f"{node.lineno}: {QUIET} does not say what must come.")
        elif isinstance(node, ast.Assert):
            read = {part.attr for part in ast.walk(node.test) if isinstance(part, ast.Attribute)} & READ_ONCE
            found += [f"{node.lineno}: {name} is read once; use expect." for name in sorted(read)]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_journey_is_hasty(file: Path) -> None:
    assert not hasty(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        'assert "q=x" in page.url',
        "assert rows.count() == 3",
        'page.wait_for_load_state("networkidle")',
        "page.wait_for_timeout(500)",
        "time.sleep(1)",
    ],
)
def test_haste_is_found(line: str) -> None:
    assert len(hasty(line)) == 1


def test_what_waits_is_no_haste() -> None:
    assert not hasty('expect(page).to_have_url("/x")\nassert answer.status == 200, page.url')
