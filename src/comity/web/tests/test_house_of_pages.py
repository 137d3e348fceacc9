"""What holds for every template and script: nothing inline, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

import comity.web

WEB = Path(comity.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_inline(path):
    text = path.read_text()
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|hx-on|javascript:", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert "|safe" not in text
    assert "autoescape off" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_from_elsewhere(path):
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_post_form_carries_the_session_mark(path):
    for form in re.findall(r'<form[^>]*method="post"[^>]*>.*?</form>', path.read_text(), re.DOTALL):
        assert "{% csrf_token %}" in form
