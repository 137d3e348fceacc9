"""Readers of single cells: each makes a value of what stands there, or says in a sentence why it cannot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

import pycountry

from comity.kernel.country import CountryCode
from comity.programme.rules.importing.sheet import Cell, as_text

Reader = Callable[[Cell], object]
QUOTED = 40
"""Characters of a cell that a sentence repeats."""
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0", "-"})


class Unreadable(ValueError):
    """What stands in a cell cannot be read; its text is a sentence that says what to write instead."""


def text(limit: int) -> Callable[[Cell], str]:
    """A text of at most `limit` characters. What begins like a formula is text like any other."""

    def read(cell: Cell) -> str:
        found = as_text(cell)
        if len(found) > limit:
            raise Unreadable(f"This text has {len(found):,} characters; {limit:,} fit. Shorten it.")
        if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\t\n\r" for sign in found):
            raise Unreadable("This text holds a character that cannot be kept. Type it anew.")
        return found

    return read


def line(limit: int) -> Callable[[Cell], str]:
    """A text on one line."""
    read_text = text(limit)
    return lambda cell: " ".join(read_text(cell).split())


def code(limit: int, taken: Iterable[str] = ()) -> Callable[[Cell], str]:
    """A word for addresses; not one of those that are `taken` by addresses themselves."""
    reserved = frozenset(taken)

    def read(cell: Cell) -> str:
        found = as_text(cell).lower()
        if len(found) > limit or not _CODE.match(found):
            raise Unreadable(
                f"{_quoted(found)} cannot be a code. Use small letters, digits and hyphens, at most {limit}."
            )
        if found in reserved:
            raise Unreadable(f"“{found}” is a word of this node's addresses. Choose another code.")
        return found

    return read


def choice(kinds: Iterable[StrEnum]) -> Callable[[Cell], StrEnum]:
    """One of `kinds`, by its value or as it is labelled."""
    known = tuple(kinds)
    by_word = {_plain(kind.value): kind for kind in known}
    by_word |= {_plain(str(getattr(kind, "label", kind.value))): kind for kind in known}

    def read(cell: Cell) -> StrEnum:
        found = by_word.get(_plain(as_text(cell)))
        if found is None:
            offered = ", ".join(kind.value for kind in known)
            raise Unreadable(f"{_quoted(as_text(cell))} is none of these: {offered}.")
        return found

    return read


def yes_or_no(cell: Cell) -> bool:
    """Yes or no, in a few ways of writing it."""
    found = as_text(cell).lower()
    if found in _YES or found in _NO:
        return found in _YES
    raise Unreadable(f"{_quoted(as_text(cell))} is neither yes nor no.")


def country(cell: Cell) -> str:
    """A country by its two letters or its English name."""
    return _country(as_text(cell))


def countries(cell: Cell) -> tuple[str, ...]:
    """Countries, divided by commas, semicolons or lines; each once, by code."""
    return tuple(sorted({_country(said) for said in _parts(cell, r"[,;\n]")}))


def several(limit: int, most: int, *, divided_by: str = r"[;\n]") -> Callable[[Cell], tuple[str, ...]]:
    """Up to `most` texts, each once, in their order. Names may hold commas: semicolons and lines divide them."""
    read_one = line(limit)

    def read(cell: Cell) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(read_one(said) for said in _parts(cell, divided_by)))
        if len(found) > most:
            raise Unreadable(f"These are {len(found)}; {most} fit.")
        return found

    return read


def _parts(cell: Cell, divided_by: str) -> list[str]:
    return [said.strip() for said in re.split(divided_by, as_text(cell)) if said.strip()]


def _country(said: str) -> str:
    by_name = _countries_by_name().get(said.casefold())
    try:
        return by_name or str(CountryCode(said))
    except ValueError:
        raise Unreadable(
            f"{_quoted(said)} is no country. Use two letters, for example GE, or the English name."
        ) from None


@cache
def _countries_by_name() -> dict[str, str]:
    codes = [CountryCode(each.alpha_2) for each in pycountry.countries]
    return {each.english_name.casefold(): str(each) for each in codes}


def _plain(said: str) -> str:
    return re.sub(r"[\s_-]+", "-", said.strip().lower())


def _quoted(said: str) -> str:
    return f"“{said[:QUOTED]}{'…' if len(said) > QUOTED else ''}”"
