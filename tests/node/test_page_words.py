"""What pages say is collected whole, kept in step, and refused where a translation would break a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.config.page_words import TEMPLATE, collected, coverage, troubles, write

PAGE = """{% extends "web/base.html" %}
{% block title %}{% translate "Desk" %}{% endblock %}
{% block content %}<p>{% blocktranslate with who=user %}Signed in as <b>{{ who }}</b>{% endblocktranslate %}</p>
{% blocktranslate count n=lines|length %}{{ n }} way{% plural %}{{ n }} ways{% endblocktranslate %}
{% include "x.html" with title=_("Nothing yet") %}{% endblock %}
"""
RULES = """
from comity.kernel.words import noted, say, say_count
LABEL = noted("In review")
def left(n):
    return say_count("{count} day", "{count} days", n) + say("{time} left", time=n)
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("comity.config.page_words.tables", lambda: iter([("table", "From a table")]))
    for name, text in (
        ("web/page.html", PAGE),
        ("rules.py", RULES),
        ("documents/rules/form_words.py", RULES),
        ("tests/x.py", ""),
    ):
        (tmp_path / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "src" / name).write_text(text, encoding="utf-8")
    return tmp_path / "src"


def test_templates_python_and_tables_are_read(source: Path) -> None:
    found = {message.id: [place for place, _ in message.locations] for message in collected(source) if message.id}
    assert found == {
        "Desk": ["web/page.html"],
        "Signed in as <b>%(who)s</b>": ["web/page.html"],
        ("%(n)s way", "%(n)s ways"): ["web/page.html"],
        "Nothing yet": ["web/page.html"],
        "In review": ["rules.py"],
        ("{count} day", "{count} days"): ["rules.py"],
        "{time} left": ["rules.py"],
        "From a table": ["table"],
    }


def test_what_is_translated_is_kept_and_counted(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    write(source, folder)
    assert not list(troubles(source, folder))
    _translate(folder, "Desk", "Стіл")
    write(source, folder)
    assert 'msgstr "Стіл"' in (folder / "uk" / "pages.po").read_text("utf-8")
    assert coverage(folder, "uk") == (1, 8)
    assert "nplurals=3" in (folder / "uk" / "pages.po").read_text("utf-8")


def test_a_template_out_of_step_is_told(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locale"
    write(source, folder)
    (source / "rules.py").write_text('from comity.kernel.words import say\nsay("New")\n', encoding="utf-8")
    assert list(troubles(source, folder)) == [
        f"{TEMPLATE} is out of step with what pages say. Run “comity words pages --write”."
    ]


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("{time} left", "залишилося {час}"),
        ("Signed in as <b>%(who)s</b>", "Ви увійшли як %(who)s"),
        ("Desk", "Стіл {x}"),
    ],
)
def test_a_translation_that_would_break_a_page_is_refused(
    source: Path, tmp_path: Path, english: str, wrong: str
) -> None:
    folder = tmp_path / "locale"
    write(source, folder)
    _translate(folder, english, wrong)
    (told,) = troubles(source, folder)
    assert told.startswith(f"uk/pages.po: “{wrong}” has other places or tags than “{english}”")


def _translate(folder: Path, english: str, words: str) -> None:
    file = folder / "uk" / "pages.po"
    text = file.read_text("utf-8")
    asked = f'msgid "{english}"\nmsgstr ""'
    assert asked in text
    file.write_text(text.replace(asked, f'msgid "{english}"\nmsgstr "{words}"'), "utf-8")
