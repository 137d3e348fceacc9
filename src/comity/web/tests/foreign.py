"""A language that nobody speaks: every sentence that was asked for stands in ⟦brackets⟧, so that what was not shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.pofile import read_po
from django.utils.translation import trans_real

from comity.casework.rules import identifiers
from comity.web.components import countries, deeds, marks

LANGUAGE = "uk"
"""The language whose place it takes: its dates and names of countries come from CLDR as ever."""

_SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-label")
_SILENT = {"script", "style", "code", "svg", "datalist", "textarea", "kbd"}
_PLACES = re.compile(r"(\{\w+\}|%\(\w+\)s|<[^>]*>)")
_WORD = re.compile(r"[A-Za-z]{3,}")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "use"}


@cache
def known() -> frozenset[str]:
    """What translators are given: the templates of the pages and of the letters, whose labels stand on pages too."""
    found: set[str] = set()
    for name in ("pages.pot", "letters.pot"):
        with (Path(__file__).parents[2] / "locale" / name).open("rb") as text:
            for message in read_po(text):
                found.update(message.id if isinstance(message.id, tuple) else (message.id,))
    return frozenset(found - {""})


class Bracketed(trans_real.DjangoTranslation):
    """Knows what translators are given, and what Django itself says. `longer` adds that part of each word's length, as
    wide scripts would."""

    def __init__(self, longer: float = 0.0) -> None:
        super().__init__(LANGUAGE)
        self._longer = longer

    def gettext(self, message: str) -> str:
        if message not in known():
            return str(super().gettext(message))
        parts = _PLACES.split(message)
        parts[::2] = [_WORD.sub(self._lengthened, part) for part in parts[::2]]
        return f"⟦{''.join(parts)}⟧"

    def _lengthened(self, word: re.Match[str]) -> str:
        return word[0] + "ж" * round(len(word[0]) * self._longer)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.gettext(singular if number == 1 else plural)


@contextmanager
def bracketed(longer: float = 0.0) -> Iterator[None]:
    """While it lasts, pages in Ukrainian say everything in brackets."""
    before = trans_real._translations.get(LANGUAGE)
    _forget()
    trans_real._translations[LANGUAGE] = Bracketed(longer)
    try:
        yield
    finally:
        _forget()
        del trans_real._translations[LANGUAGE]
        if before is not None:
            trans_real._translations[LANGUAGE] = before


def _forget() -> None:
    """What a process keeps for each language: here one language has two."""
    for kept in (identifiers._read_in, countries._all_countries, deeds._deeds):
        kept.cache_clear()
    for kept in (marks._status_mark, marks._confidence_mark):
        kept.cache_clear()


class _Reader(HTMLParser):
    """What a page shows or speaks and that stands outside of brackets; words that name their own language are left."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self._depth = 0
        self._silent: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        silent = tag in _SILENT or (tag != "html" and "lang" in said) or "exact" in (said.get("class") or "").split()
        if tag not in _VOID:
            self._open.append((tag, silent))
        if not self._is_silent():
            for name in _SPOKEN:
                self._take(said.get(name) or "", spoken=True)

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag not in _VOID:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._is_silent():
            self._take(data)

    def _is_silent(self) -> bool:
        return any(silent for _, silent in self._open)

    def _take(self, text: str, *, spoken: bool = False) -> None:
        depth, found = (0, "") if spoken else (self._depth, "")
        for sign in text:
            depth += (sign == "⟦") - (sign == "⟧")
            if depth == 0 and sign != "⟧":
                found += sign
        if not spoken:
            self._depth = depth
        if found.strip():
            self.outside.append(" ".join(found.split()))


def left(page: str, data: re.Pattern[str]) -> list[str]:
    """What of the page is in English and no `data`: each text once, in the order of the page."""
    reader = _Reader()
    reader.feed(page)
    texts = (data.sub(" ", text) for text in reader.outside)
    return list(dict.fromkeys(text.strip() for text in texts if re.search(r"[A-Za-z]{3,}", text)))
