"""The sentences that pages say: those of their own catalogue, then those of the letters', else English.

Labels of fields stand on pages and on letters alike; they are translated once, for paper.
"""

from __future__ import annotations

import gettext as plain
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.translation import gettext, ngettext

from comity.kernel.languages import ENGLISH
from comity.kernel.words import Catalogue, English


@dataclass(frozen=True, slots=True)
class PageCatalogue:
    """Asks the translations that Django has active, so it holds only while they are those of `language`."""

    language: str

    def message(self, english: str) -> str:
        if not english:  # gettext would answer with the catalogue's own header
            return english
        found = gettext(english)
        return found if found != english else _letters(self.language).gettext(english)

    def counted(self, one: str, many: str, count: int) -> str:
        found = ngettext(one, many, count)
        return found if found not in {one, many} else _letters(self.language).ngettext(one, many, count)


def catalogue(language: str) -> Catalogue:
    """What a page in `language` says."""
    return English() if language == ENGLISH.code else PageCatalogue(language)


@cache
def _letters(language: str) -> plain.NullTranslations:
    """Kept: these are the sentences of one language, and a node compiles them before it starts."""
    return plain.translation("letters", settings.LOCALE_PATHS[0], [language], fallback=True)
