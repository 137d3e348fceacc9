"""The files that translators work on: a template of English words, a catalogue for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from comity.kernel.languages import CODES, ENGLISH

TEMPLATE = "letters.pot"
TRANSLATED = "letters.po"
OTHERS = tuple(code for code in CODES if code != ENGLISH.code)
"""The languages that need a catalogue."""

_HEADER = """\
# What stands on letters in PROJECT.
# Written by “comity words letters”: change the declaration of a kind instead, and write it anew."""
_MADE = datetime(2026, 11, 30, tzinfo=UTC)
"""Always the same, so that what did not change gives the same bytes."""
_PLACE = re.compile(r"\{\w*\}")
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a template's texts have a translation in one language."""

    language: str
    translated: int
    texts: int

    @property
    def whole(self) -> bool:
        return self.translated == self.texts


def template(words: Mapping[str, tuple[str, ...]]) -> bytes:
    """The template for English words, each with the places where it stands."""
    made = _catalogue(None)
    for english, places in words.items():
        more = f"and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
        made.add(english, auto_comments=[*places[:_MOST_PLACES], *filter(None, [more])])
    return _written(made)


def in_step(language: str, translated: bytes, template: bytes) -> bytes:
    """A language's catalogue with exactly the template's texts: translations stay, new texts come empty, and what
    letters no longer say is kept below as a comment. Nothing is guessed."""
    kept = read_po(BytesIO(translated), locale=language)
    kept.update(read_po(BytesIO(template)), no_fuzzy_matching=True, update_creation_date=True)
    kept.header_comment = _HEADER
    kept.project, kept.version = "Comity", "1"
    return _written(kept)


def empty(language: str, template: bytes) -> bytes:
    """A catalogue for a language that has none yet."""
    return in_step(language, _written(_catalogue(language)), template)


def coverage(language: str, translated: bytes | None, template: bytes) -> Coverage:
    """How much of `template` is translated; nothing where there is no catalogue."""
    wanted = [message.id for message in _messages(read_po(BytesIO(template)))]
    known = {message.id for message in _messages(_read(language, translated)) if message.string and not message.fuzzy}
    return Coverage(language, sum(english in known for english in wanted), len(wanted))


def troubles(language: str, translated: bytes, template: bytes) -> Iterator[str]:
    """Why a catalogue cannot be used as it is, a sentence each."""
    wanted = {message.id for message in _messages(read_po(BytesIO(template)))}
    found = _read(language, translated)
    known = {message.id: message for message in _messages(found)}
    if missing := len(wanted - set(known)):
        yield f"{language}: {missing} texts of the template are not in it. Write it anew."
    if strange := len(set(known) - wanted):
        yield f"{language}: {strange} of its texts are on no letter. Write it anew."
    for message in known.values():
        yield from (f"{language}: “{message.id}”: {trouble}" for trouble in _troubles_of(message))


def read_if_there(file: Path) -> bytes | None:
    """A file's bytes, or None where there is no such file."""
    return file.read_bytes() if file.is_file() else None


def _troubles_of(message: Message) -> Iterator[str]:
    english, other = str(message.id), str(message.string or "")
    if message.fuzzy:
        yield "it is marked as a guess (fuzzy). Check the words and remove the mark."
    if other and sorted(_PLACE.findall(english)) != sorted(_PLACE.findall(other)):
        yield f"“{other}” does not have the same places: {', '.join(_PLACE.findall(english)) or 'none'}."
    if other and other != other.strip():
        yield "the translation begins or ends with white space. Remove it."


def _read(language: str, translated: bytes | None) -> Catalog:
    return read_po(BytesIO(translated or b""), locale=language, abort_invalid=True)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _catalogue(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        header_comment=_HEADER,
        project="Comity",
        version="1",
        charset="utf-8",
        creation_date=_MADE,
        revision_date=_MADE,
        msgid_bugs_address="the maintainers",
        last_translator="the translators",
        language_team=Locale(language).english_name if language else "none",
        fuzzy=False,
    )


def _written(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False)
    return file.getvalue()
