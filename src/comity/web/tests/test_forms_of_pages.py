"""What holds for every form in a template."""

import re
from pathlib import Path

import pytest

import comity.web

TEMPLATES = sorted((Path(comity.web.__file__).parent / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_post_form_carries_the_session_mark(path):
    for form in re.findall(r'<form[^>]*method="post"[^>]*>.*?</form>', path.read_text(), re.DOTALL):
        assert "{% csrf_token %}" in form
