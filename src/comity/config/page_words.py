"""What pages say, collected from templates, from Python and from declarations: the template that translators fill.

Labels that stand on letters are not here: pages find them in the letters' catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from comity.config.page_tables import tables
from comity.kernel.languages import CODES, ENGLISH

TEMPLATE = "pages.pot"
TRANSLATIONS = "pages.po"
KEYWORDS = {
    "say": None,
    "sayable": None,
    "noted": None,
    "say_count": (1, 2),
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "_": None,
}
ELSEWHERE = ("documents/rules/form_words", "casework/rules/letter.py", "config/", "cli/", "api/")
"""Where only letters speak, whose sentences are collected with theirs; and the doors that speak English."""

BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""Files carry a date; the same for all, so that only words make a difference."""

_HEADER = "# What the pages of Comity say. Keep {places}, %(places)s and tags as they are; their order may change."
_PLACE = re.compile(r"\{\w+\}|%\(\w+\)s|</?\w+[^>]*>")


def collected(source: Path) -> Catalog:
    """Every sentence of the pages below `source`, the folder of the package, in a stable order."""
    template = Catalog(
        header_comment=_HEADER, project="Comity", charset="utf-8", creation_date=BEGINNING, revision_date=BEGINNING
    )
    for place, english in sorted(_sentences(source), key=lambda found: (found[0], str(found[1]))):
        template.add(english, locations=[(place, 0)])
    return template


def as_text(catalog: Catalog) -> str:
    """The file's text: without line numbers, which would change with every edit of a template."""
    out = BytesIO()
    write_po(out, catalog, width=120, include_lineno=False)
    return out.getvalue().decode("utf-8")


def write(source: Path, folder: Path) -> Catalog:
    """Write the template into `folder`, and bring each language's file in step with it, keeping what is translated."""
    template = collected(source)
    folder.mkdir(exist_ok=True)
    (folder / TEMPLATE).write_text(as_text(template), "utf-8")
    for language in CODES:
        if language != ENGLISH.code:
            file = folder / language / TRANSLATIONS
            file.parent.mkdir(exist_ok=True)
            file.write_text(as_text(_updated(file, language, template)), "utf-8")
    return template


def troubles(source: Path, folder: Path) -> Iterator[str]:
    """What is out of step, or would break a page: a sentence for each."""
    kept = folder / TEMPLATE
    if not kept.is_file() or kept.read_text("utf-8") != as_text(collected(source)):
        yield f"{TEMPLATE} is out of step with what pages say. Run “comity words pages --write”."
    for file in sorted(folder.glob(f"*/{TRANSLATIONS}")):
        with file.open("rb") as text:
            translated = read_po(text, locale=file.parent.name)
        for message in translated:
            yield from (f"{file.parent.name}/{file.name}: {trouble}" for trouble in _broken(message))


def coverage(folder: Path, language: str) -> tuple[int, int]:
    """How many sentences are translated, of how many."""
    with (folder / language / TRANSLATIONS).open("rb") as text:
        messages = [message for message in read_po(text, locale=language) if message.id]
    return sum(_done(message) for message in messages), len(messages)


def _done(message: Message) -> bool:
    return all(_texts(message.string)) and not message.fuzzy


def _broken(message: Message) -> Iterator[str]:
    """A translation with another set of places or tags than its sentence fails on the page, or draws it wrongly."""
    if not message.id or not _done(message):
        return
    english = _texts(message.id)
    allowed = [set(_PLACE.findall(text)) for text in english]
    for text in _texts(message.string):
        found = set(_PLACE.findall(text))
        if found not in allowed:
            yield f"“{text[:60]}” has other places or tags than “{english[0][:60]}”: {sorted(found ^ allowed[-1])}"


def _texts(one: str | Iterable[str] | None) -> tuple[str, ...]:
    """The forms of a message or its translation: one, or those of its plural."""
    return (one or "",) if one is None or isinstance(one, str) else tuple(one)


def _updated(file: Path, language: str, template: Catalog) -> Catalog:
    if file.is_file():
        with file.open("rb") as text:
            catalog = read_po(text, locale=language)
    else:
        catalog = Catalog(locale=language, header_comment=_HEADER, project="Comity", charset="utf-8")
    catalog.update(template, no_fuzzy_matching=True)
    catalog.creation_date = catalog.revision_date = BEGINNING
    return catalog


def _sentences(source: Path) -> Iterator[tuple[str, str | tuple[str, str]]]:
    for file in source.rglob("*.html"):
        place = file.relative_to(source).as_posix()
        yield from ((place, english) for english in _found(_as_python(file, place)))
    for file in source.rglob("*.py"):
        place = file.relative_to(source).as_posix()
        if "tests/" not in place and not place.startswith(ELSEWHERE):
            yield from ((place, english) for english in _found(file.read_bytes()))
    yield from tables()


def _as_python(file: Path, place: str) -> bytes:
    """The template's sentences as calls, by Django's own reader; in brackets, since its indents mean nothing."""
    from django.utils.translation.template import templatize

    return f"({templatize(file.read_text('utf-8'), origin=place)}\n)".encode()


def _found(python: bytes) -> Iterator[str | tuple[str, str]]:
    for _, english, _, _ in extract("python", BytesIO(python), keywords=KEYWORDS, options={"encoding": "utf-8"}):
        if english:
            yield tuple(english) if isinstance(english, tuple) else english  # type: ignore[misc]
