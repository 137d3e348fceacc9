"""Pages carry no script and no style of their own: the content security policy would refuse them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "src").rglob("templates/**/*.html"))

FORBIDDEN = {
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "an inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "a script for htmx to evaluate": re.compile(r"\shx-on[:\-]|\shx-vals=['\"]js:", re.IGNORECASE),
    "a resource of another host": re.compile(r"<(script|link|img)[^>]*\s(src|href)=.(https?:)?//", re.IGNORECASE),
    "unescaped content": re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off"),
    "the word that explains nothing": re.compile(r">[^<{]*\binvalid\b[^<]*<", re.IGNORECASE),
}


def test_there_are_templates() -> None:
    assert TEMPLATES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_carries_nothing_that_runs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = {what: match[0][:80] for what, pattern in FORBIDDEN.items() if (match := pattern.search(text))}
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<p style='color:red'>",
        "<a href='javascript:x()'>",
        '<button type="button" onclick="x()">',
        "<script src='https://example.org/x.js'></script>",
        "{{ text|safe }}",
    ],
)
def test_the_patterns_find_what_they_are_for(text: str) -> None:
    assert any(pattern.search(text) for pattern in FORBIDDEN.values())
