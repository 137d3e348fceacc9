"""The compiled words of letters, a language each, behind what the kernel speaks through. English needs no file.

A language whose file is not there speaks English, and says that it knows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from django.conf import settings

from comity.kernel.digest import Digest, canonical_json
from comity.kernel.languages import ENGLISH, language_of

UNKNOWN = ""


class LetterWords:
    """One language's words on letters."""

    def __init__(self, language: str, found: NullTranslations) -> None:
        self.language = language
        self._found = found

    def message(self, english: str) -> str:
        return self._found.gettext(english) or english

    def counted(self, one: str, many: str, count: int) -> str:
        return self._found.ngettext(one, many, count) or (one if count == 1 else many)

    def knows(self, english: str) -> bool:
        """Whether there is a translation, which may read as the English does."""
        return self.language == ENGLISH.code or self._found.gettext(english) != UNKNOWN

    def digest_of(self, words: Iterable[str]) -> Digest:
        """Names what this language says for `words`, so that a changed translation is noticed."""
        return Digest.of(canonical_json({english: self.message(english) for english in words if self.knows(english)}))


class _Missing(NullTranslations):
    """Asked for what a language does not know."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 (gettext's own name)
        return UNKNOWN

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 (gettext's own names)
        return UNKNOWN


def letter_words(language: str) -> LetterWords:
    """The words of a language. Raises ValueError, with a sentence, where it is not one of the nine."""
    code = language_of(language).code
    file = settings.ENV.frontend / "locale" / code / "LC_MESSAGES" / "letters.mo"
    return _read(code, file, file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=32)
def _read(code: str, file: Path, changed: int) -> LetterWords:
    """Read once for each state of the file: `changed` is its time, 0 where there is none."""
    if not changed or code == ENGLISH.code:
        return LetterWords(code, _Missing())
    with file.open("rb") as compiled:
        found = GNUTranslations(compiled)
    found.add_fallback(_Missing())
    return LetterWords(code, found)
