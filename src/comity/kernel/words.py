"""Sentences in the language of whoever reads them. Rules say them in English; a door or a letter names the catalogue.

As the clock is the only source of time, this is the only way from an English sentence to another language. It holds no
catalogue and reads no file: whoever opens a page or writes a letter names one for the length of that work, and where
nobody did, English is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Catalogue(Protocol):
    """The sentences of one language. A sentence that it lacks comes back in English."""

    @property
    def language(self) -> str:
        """The ISO 639-1 code, one of `kernel.languages.CODES`."""

    def message(self, english: str) -> str:
        """The sentence that stands for `english`, its {places} not yet filled."""

    def counted(self, one: str, many: str, count: int) -> str:
        """The sentence for `count` things, by the language's own rule of plural forms."""


class English:
    """The language that rules are written in: every sentence stands as it is."""

    language = "en"

    def message(self, english: str) -> str:
        return english

    def counted(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many


_ENGLISH = English()
_spoken: ContextVar[Catalogue | None] = ContextVar("comity_spoken_catalogue", default=None)


def say(english: str, **values: object) -> str:
    """The sentence `english` in the language spoken here, its {places} filled with `values`.

    Tools collect `english` from the source, so it is written out where it is said. Without `values` braces stay as they
    are. Raises KeyError where the English sentence has a place that no value fills.
    """
    found = _catalogue().message(english)
    return found.format(**values) if values else found


def say_count(one: str, many: str, count: int, **values: object) -> str:
    """As `say`, for `count` things: `one` and `many` are the English forms, and {count} is filled with the number."""
    return _catalogue().counted(one, many, count).format(count=count, **values)


def noted(english: str) -> str:
    """`english` as it is: marks a sentence that is kept in a table now and said later."""
    return english


def spoken() -> str:
    """The code of the language spoken here."""
    return _catalogue().language


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Speak the language of `catalogue` for the length of the block."""
    token = _spoken.set(catalogue)
    try:
        yield
    finally:
        _spoken.reset(token)


def _catalogue() -> Catalogue:
    return _spoken.get() or _ENGLISH
