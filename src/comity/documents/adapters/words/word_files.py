"""The files that translators work on: a template of English words, and a catalogue for each language in step with it.

One mechanism for what stands on letters and for what pages say. It collects nothing itself, and guesses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from comity.kernel.languages import CODES, ENGLISH

OTHERS = tuple(code for code in CODES if code != ENGLISH.code)
"""The languages that need a catalogue."""

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""Always the same, so that what did not change gives the same bytes."""
_PLACE = re.compile(r"\{\w*\}|%\(\w+\)s|</?\w+[^>]*>")
"""What a translation must hold as its sentence does: places for values, and tags."""
_MOST_NOTES = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """One text for translators: a sentence, or its two forms; the files it stands in, or notes of where a reader meets
    it; and what tells it from the same English with another meaning."""

    english: str | tuple[str, str]
    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a template's texts have a translation in one language."""

    language: str
    translated: int
    texts: int

    @property
    def whole(self) -> bool:
        return self.translated == self.texts


@dataclass(frozen=True, slots=True)
class WordFiles:
    """`<name>.pot` in a folder, and `<language>/<name>.po` below it."""

    name: str
    hint: str
    """What translators must know before they begin, and how to write the template anew: the template's first lines."""

    def template(self, words: Iterable[Wording]) -> Catalog:
        """The template of all words, in the order given."""
        made = self._catalogue(None)
        for one in words:
            more = f"and {len(one.notes) - _MOST_NOTES} more" if len(one.notes) > _MOST_NOTES else ""
            notes = [*one.notes[:_MOST_NOTES], *filter(None, [more])]
            made.add(one.english, locations=[(file, 0) for file in one.files], auto_comments=notes, context=one.context)
        return made

    def write(self, folder: Path, template: Catalog) -> None:
        """Write the template, and every language's catalogue with exactly its texts: translations stay, new texts come
        empty, and what is no longer said is kept below as a comment."""
        folder.mkdir(exist_ok=True)
        (folder / f"{self.name}.pot").write_bytes(_as_bytes(template))
        for language in OTHERS:
            file = self._file(folder, language)
            kept = self._read(folder, language) or self._catalogue(language)
            kept.update(template, no_fuzzy_matching=True)
            kept.creation_date = kept.revision_date = _MADE
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(_as_bytes(kept))

    def coverage(self, folder: Path, language: str, template: Catalog) -> Coverage:
        """How much of `template` is translated; nothing where there is no catalogue."""
        done = {_key(message) for message in _messages(self._read(folder, language)) if _is_done(message)}
        wanted = [_key(message) for message in _messages(template)]
        return Coverage(language, sum(key in done for key in wanted), len(wanted))

    def troubles(self, folder: Path, template: Catalog) -> Iterator[str]:
        """What is out of step with `template`, or would break a letter or a page: a sentence for each."""
        kept = folder / f"{self.name}.pot"
        if not kept.is_file() or kept.read_bytes() != _as_bytes(template):
            yield f"{kept.name} is out of step with what is said. {self._remedy}"
        wanted = {_key(message) for message in _messages(template)}
        for language in OTHERS:
            place, found = f"{language}/{self.name}.po", list(_messages(self._read(folder, language)))
            known = {_key(message) for message in found}
            if found and known != wanted:
                missing, extra = len(wanted - known), len(known - wanted)
                yield f"{place}: {missing} texts are missing, {extra} are no longer said. {self._remedy}"
            yield from (f"{place}: {trouble}" for message in found for trouble in _wrong_in(message))

    @property
    def _remedy(self) -> str:
        return f"Run “comity words {self.name} --write”."

    def _file(self, folder: Path, language: str) -> Path:
        return folder / language / f"{self.name}.po"

    def _read(self, folder: Path, language: str) -> Catalog | None:
        file = self._file(folder, language)
        return read_po(BytesIO(file.read_bytes()), locale=language, abort_invalid=True) if file.is_file() else None

    def _catalogue(self, language: str | None) -> Catalog:
        return Catalog(
            locale=language,
            header_comment="\n".join(f"# {line}" for line in self.hint.splitlines()),
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


def _wrong_in(message: Message) -> Iterator[str]:
    """A translation with other places or tags than its sentence fails where it is said, or is drawn wrongly."""
    english = _texts(message.id)
    if message.fuzzy:
        yield f"“{english[0][:60]}” is marked as a guess (fuzzy). Check the words and remove the mark."
    allowed = [sorted(set(_PLACE.findall(text))) for text in english]
    for text in filter(None, _texts(message.string)):
        found = sorted(set(_PLACE.findall(text)))
        if found not in allowed:
            asked = ", ".join(allowed[-1]) or "none"
            yield f"“{text[:60]}” has not the places and tags of “{english[0][:60]}”: {asked}."
        if text != text.strip() and english[-1] == english[-1].strip():
            yield f"“{text[:60]}” begins or ends with white space. Remove it."


def _messages(catalogue: Catalog | None) -> Iterator[Message]:
    return (message for message in catalogue or () if message.id)


def _key(message: Message) -> tuple[str, str | None]:
    return _texts(message.id)[0], message.context


def _is_done(message: Message) -> bool:
    return all(_texts(message.string)) and not message.fuzzy


def _texts(one: str | Iterable[str] | None) -> tuple[str, ...]:
    """The forms of a text or its translation: one, or those of its plural."""
    return (one or "",) if one is None or isinstance(one, str) else tuple(one)


def _as_bytes(catalogue: Catalog) -> bytes:
    """Without line numbers, which would change with every edit of a template."""
    file = BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False)
    return file.getvalue()
