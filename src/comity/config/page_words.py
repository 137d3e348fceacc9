"""What pages say, collected from templates, from Python and from declarations, for translators. Writes no file.

Labels that stand on letters are not here: pages find them in the letters' catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract

from comity.config.page_tables import tables
from comity.documents.adapters.words.word_files import WordFiles, Wording

PAGES = WordFiles(
    "pages",
    "What the pages of Comity say. Keep {places}, %(places)s and tags as they are; their order may change.\n"
    "Written by “comity words pages --write”.",
)
KEYWORDS = {
    "say": None,
    "sayable": None,
    "sayable_count": (1, 2),
    "noted": None,
    "say_count": (1, 2),
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_": None,
}
ELSEWHERE = ("documents/rules/form_words", "casework/rules/letter.py", "config/", "cli/", "api/")
"""Where only letters speak, whose sentences are collected with theirs; and the doors that speak English."""


def collected(source: Path) -> list[Wording]:
    """Every sentence of the pages below `source`, the folder of the package, in a stable order."""
    return sorted(_sentences(source), key=lambda found: (found.files, str(found.english), found.context or ""))


def _sentences(source: Path) -> Iterator[Wording]:
    for file in source.rglob("*.html"):
        place = file.relative_to(source).as_posix()
        yield from _found(_as_python(file, place), place)
    for file in source.rglob("*.py"):
        place = file.relative_to(source).as_posix()
        if "tests/" not in place and not place.startswith(ELSEWHERE):
            yield from _found(file.read_bytes(), place)
    for place, english in tables():
        yield Wording(english, files=(place,))


def _as_python(file: Path, place: str) -> bytes:
    """The template's sentences as calls, by Django's own reader; in brackets, since its indents mean nothing."""
    from django.utils.translation.template import templatize

    return f"({templatize(file.read_text('utf-8'), origin=place)}\n)".encode()


def _found(python: bytes, place: str) -> Iterator[Wording]:
    for _, english, _, context in extract("python", BytesIO(python), keywords=KEYWORDS, options={"encoding": "utf-8"}):
        match english:
            case "" | ():
                continue
            case str():
                yield Wording(english, (place,), context=context)
            case one, many:
                yield Wording((one, many), (place,), context=context)
