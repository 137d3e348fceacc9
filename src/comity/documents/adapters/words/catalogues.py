"""The compiled words of letters, a language each, behind what the kernel speaks through. English needs no file.

A language whose file is not there speaks English, and says that it knows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from babel.messages.mofile import read_mo
from django.conf import settings

from comity.kernel.digest import Digest, canonical_json
from comity.kernel.languages import ENGLISH, language_of


class LetterWords:
    """One language's words on letters: English -> what stands for it."""

    def __init__(self, language: str, known: Mapping[str, str]) -> None:
        self.language = language
        self._known = known

    def message(self, english: str) -> str:
        return self._known.get(english, english)

    def counted(self, one: str, many: str, count: int) -> str:
        """In English: no text of a letter counts anything."""
        return one if count == 1 else many

    def knows(self, english: str) -> bool:
        """Whether there is a translation, which may read as the English does."""
        return self.language == ENGLISH.code or english in self._known

    @property
    def empty(self) -> bool:
        return not self._known

    @cached_property
    def digest(self) -> Digest:
        """Names everything that this language says, so that a changed translation is noticed."""
        return Digest.of(canonical_json(dict(self._known)))


def letter_words(language: str) -> LetterWords:
    """The words of a language. Raises ValueError, with a sentence, where it is not one of the nine."""
    code = language_of(language).code
    file = settings.ENV.frontend / "locale" / code / "LC_MESSAGES" / "letters.mo"
    return _read(code, file, file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=32)
def _read(code: str, file: Path, changed: int) -> LetterWords:
    """Read once for each state of the file: `changed` is its time, 0 where there is none."""
    if not changed or code == ENGLISH.code:
        return LetterWords(code, {})
    with file.open("rb") as compiled:
        messages = list(read_mo(compiled))
    return LetterWords(code, {str(one.id): str(one.string) for one in messages if one.id and one.string})
