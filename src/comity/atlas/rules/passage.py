"""A passage: one fact of a pack, or the name of what facts are about, as a reader, a search and a table take it.

Made from a pack's content as JSON, so that versions of long ago read as they did. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.atlas.rules.passage_sort import Sort
from comity.kernel.language import language_name

Path = tuple[str | int, ...]
Fact = Mapping[str, Any]

_ABOUT_THE_FACT = frozenset(
    ("value", "from", "to", "observed", "disputed", "source", "at", "checked", "confidence", "note", "verify_by")
)
_SAID_ELSEWHERE = frozenset(("id", "number", "article", "title", "term", "name", "label", "see", "weight"))
"""In the title, or of use to programs alone."""
_VALUE_SAID_ELSEWHERE = frozenset((Sort.AUTHORITY, Sort.STATEMENT))
_STANDING = {"party": "Party", "signatory": "Signatory", "suspended": "Suspended or left", "none": "Not a Party"}


@dataclass(frozen=True, slots=True)
class Passage:
    """`path` is the place in the pack's content. `subject` is the id of what has a page: a country, an instrument, a
    provider. `fact` is None where the passage only names that; `text` says the fact in words."""

    path: Path
    sort: Sort
    title: str
    text: str
    subject: str = ""
    country: str = ""
    fact: Fact | None = None

    @property
    def place(self) -> str:
        """The path as one word: “powers.16.0”."""
        return ".".join(map(str, self.path))


def is_fact(value: object) -> bool:
    """Whether this is one cited fact: it says its source, and when that was read."""
    return isinstance(value, Mapping) and "source" in value and "checked" in value


def said(fact: Fact, sort: Sort, *, languages: bool = False) -> str:
    """What the fact says, in words: its value first, then what belongs to it, and the note. The value is left out where
    the title has it, or where it is a word for the planner; `languages` says that it is made of languages' codes."""
    parts = []
    if fact.get("value") is not None and sort not in _VALUE_SAID_ELSEWHERE:
        value = fact["value"]
        parts.append(", ".join(map(language_name, value)) if languages else _value(value, sort))
    for name, value in fact.items():
        if not _says_something(name, value):
            continue
        if name in {"says", "text"}:
            parts.insert(0, str(value))
        elif (words := _plain(value)) is not None:
            parts.append(f"{_label(name)}: {words}")
    parts.append(str(fact.get("note") or ""))
    return " ".join(_ended(part) for part in parts if part)


def day(value: object) -> date | None:
    """A day as JSON has it. Of a legal period “from” is an event, and no day."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _says_something(name: str, value: object) -> bool:
    """Whether this part of a fact belongs to what it says, and not to how it is known."""
    if value in (None, "", [], {}) or name in _SAID_ELSEWHERE:
        return False
    return name not in _ABOUT_THE_FACT or (name == "from" and day(value) is None)


def _value(value: Any, sort: Sort) -> str:
    if sort is Sort.PARTY:
        return _STANDING.get(str(value), str(value))
    words = _plain(value) or ""
    return words[:1].upper() + words[1:]


def _plain(value: Any) -> str | None:
    """None for what has parts of its own."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return None if any(isinstance(item, dict | list) for item in value) else ", ".join(map(str, value))
    return None if isinstance(value, Mapping) else str(value)


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
