"""What pages say is collected whole: from templates, from Python and from tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.config.page_words import PAGES, collected

PAGE = """{% extends "web/base.html" %}
{% block title %}{% translate "Desk" %}{% endblock %}
{% block content %}<p>{% blocktranslate with who=user %}Signed in as <b>{{ who }}</b>{% endblocktranslate %}</p>
{% blocktranslate count n=lines|length %}{{ n }} way{% plural %}{{ n }} ways{% endblocktranslate %}
{% translate "Held" context "a meeting" %}
{% include "x.html" with title=_("Nothing yet") %}{% endblock %}
"""
RULES = """
from comity.kernel.words import noted, say, say_count
LABEL = noted("In review")
def left(n):
    return say_count("{count} day", "{count} days", n) + say("{time} left", time=n) + say("In review")
"""


def test_templates_python_and_tables_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.config.page_words.tables", lambda: iter([("table", "From a table")]))
    for name, text in (
        ("web/page.html", PAGE),
        ("rules.py", RULES),
        ("documents/rules/form_words.py", RULES),
        ("tests/x.py", ""),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    template = PAGES.template(collected(tmp_path))
    found = {
        (message.id, message.context): sorted({place for place, _ in message.locations})
        for message in template
        if message.id
    }
    assert found == {
        ("Desk", None): ["web/page.html"],
        ("Held", "a meeting"): ["web/page.html"],
        ("Signed in as <b>%(who)s</b>", None): ["web/page.html"],
        (("%(n)s way", "%(n)s ways"), None): ["web/page.html"],
        ("Nothing yet", None): ["web/page.html"],
        ("In review", None): ["rules.py"],
        (("{count} day", "{count} days"), None): ["rules.py"],
        ("{time} left", None): ["rules.py"],
        ("From a table", None): ["table"],
    }
