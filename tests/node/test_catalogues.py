"""Catalogues are compiled to what gettext reads, or refused with their name."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from comity.config.catalogues import CatalogueProblem, compile_catalogues

UKRAINIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Date"
msgstr "Дата"

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} день"
msgstr[1] "{count} дні"
msgstr[2] "{count} днів"
"""


def _written(folder: Path, name: str, text: str) -> Path:
    (folder / "uk").mkdir(parents=True)
    (folder / "uk" / name).write_text(text, encoding="utf-8")
    return folder


def test_compiled_catalogues_speak(tmp_path: Path) -> None:
    source = _written(tmp_path / "locale", "letters.po", UKRAINIAN)
    compile_catalogues(source, tmp_path / "built")
    found = gettext.translation("letters", tmp_path / "built", ["uk"])
    assert found.gettext("Date") == "Дата"
    assert found.ngettext("{count} day", "{count} days", 5) == "{count} днів"


def test_pages_take_the_name_that_django_looks_for(tmp_path: Path) -> None:
    compile_catalogues(_written(tmp_path / "locale", "pages.po", UKRAINIAN), tmp_path / "built")
    assert (tmp_path / "built" / "uk" / "LC_MESSAGES" / "django.mo").is_file()


def test_a_stray_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueProblem, match=r"others\.po is none of the catalogues: letters, pages"):
        compile_catalogues(_written(tmp_path / "locale", "others.po", UKRAINIAN), tmp_path / "built")


def test_a_broken_catalogue_is_named(tmp_path: Path) -> None:
    source = _written(tmp_path / "locale", "letters.po", 'msgid "Date"\nDate stands for\n')
    with pytest.raises(CatalogueProblem, match=r"letters\.po is no catalogue that gettext can read"):
        compile_catalogues(source, tmp_path / "built")


def test_nothing_to_compile_is_nothing_made(tmp_path: Path) -> None:
    compile_catalogues(tmp_path / "locale", tmp_path / "built")
    assert not (tmp_path / "built").exists()
