"""A node that speaks a little Ukrainian, and a letter of the third form in one language or two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.conf import settings
from django.test import override_settings

from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.rules.form_words import form_words
from comity.documents.rules.letter import Letter, Row, Section, Tick
from comity.kernel.cldr import long_day
from comity.kernel.words import say, speaking

UKRAINIAN = {
    "Date": "Дата",
    "Page {number} of {total}": "Сторінка {number} з {total}",
    "Electronic signature": "Електронний підпис",
    "DRAFT": "ЧЕРНЕТКА",
    "Data preservation request": "Запит про збереження даних",
    "Requesting authority": "Запитуючий орган",
    "Traffic data": "Дані про рух інформації",
    "{name}: {value}": "{name}: {value}",
    "IP address": "IP-адреса",
}


def write_words(frontend: Path, language: str, known: Mapping[str, str]) -> None:
    """The compiled catalogue of `language`, as `comity frontend` lays it out."""
    file = frontend / "locale" / language / "LC_MESSAGES" / "letters.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue = Catalog(locale=language)
    for english, other in known.items():
        catalogue.add(english, other)
    with file.open("wb") as compiled:
        write_mo(compiled, catalogue)


@contextmanager
def a_speaking_node(folder: Path) -> Iterator[Path]:
    """Inside the block the node has its fonts, and the words of UKRAINIAN. Gives its front-end folder."""
    frontend = folder / "frontend"
    frontend.mkdir()
    (frontend / "fonts").symlink_to(settings.ENV.frontend / "fonts")
    write_words(frontend, "uk", UKRAINIAN)
    with override_settings(ENV=replace(settings.ENV, frontend=frontend)):
        yield frontend


def third(letter: Letter, *languages: str, kind: str = "request") -> Letter:
    """`letter` in the third form, its own words said in each of `languages`."""
    made = [_said(replace(letter, kind=kind, version=3), language) for language in languages]
    return replace(made[0], beside=made[1]) if len(made) > 1 else made[0]


def _said(letter: Letter, language: str) -> Letter:
    with speaking(letter_words(language)):
        own = {
            "day": long_day(letter.date, language),
            "signed_for": say("For the requesting authority"),
        }
        requested, requesting = letter.parties
        ticks = (Tick(True, say("Traffic data")), Tick(False, say("Content data")))
        address = say("{name}: {value}", name=say("IP address"), value="203.0.113.77:51834 2026-11-14T16:05:12Z")
        rows = (Row(say("Data to be preserved"), ticks), Row(say("Identifiers"), (address,), exact=True))
        return replace(
            letter,
            language=language,
            title=say(letter.title),
            words=tuple((form_words() | own).items()),
            parties=(requested, replace(requesting, part=say(requesting.part))),
            sections=(Section(8, say("Data to be preserved"), "", rows), *letter.sections[1:]),
        )
