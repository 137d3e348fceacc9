"""The sentences that pages say: those of their own catalogue, then those of the letters', else English.

Labels of fields stand on pages and on letters alike; they are translated once, for paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from comity.documents.adapters.words.catalogues import LetterWords, letter_words
from comity.kernel.languages import ENGLISH
from comity.kernel.words import Catalogue, English


@dataclass(frozen=True, slots=True)
class PageCatalogue:
    """Asks the translations that Django has active, so it holds only while they are those of `language`."""

    language: str
    letters: LetterWords

    def message(self, english: str) -> str:
        if not english:  # gettext would answer with the catalogue's own header
            return english
        found = gettext(english)
        return found if found != english else self.letters.message(english)

    def counted(self, one: str, many: str, count: int) -> str:
        found = ngettext(one, many, count)
        return found if found not in {one, many} else self.letters.counted(one, many, count)


def catalogue(language: str) -> Catalogue:
    """What a page in `language` says."""
    return English() if language == ENGLISH.code else PageCatalogue(language, letter_words(language))
