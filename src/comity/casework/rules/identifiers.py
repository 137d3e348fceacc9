"""A request's identifiers: what the texts mean, what they lack, and how letter and attachment give them.

The only place here that reads identifiers; what an identifier is, the kernel says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from comity.casework.rules.saying import named
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import identify
from comity.kernel.identifiers.missing import Severity
from comity.kernel.identifiers.reading import Reading
from comity.kernel.words import say, spoken

LONGEST_ENTRY = 1000
"""Characters of one entry. What is longer is not an identifier but a document, and is not read."""

Item = Mapping[str, Any]
"""One entry of the content: `{"text": …}`, as somebody wrote it."""


def troubles(items: Sequence[Item], today: date) -> Iterator[str]:
    """What must be mended before a provider can act, a sentence each, naming the entry it is about."""
    for item in items:
        text = str(item.get("text", "")).strip()
        if not text:
            continue
        if len(text) > LONGEST_ENTRY:
            yield say(
                "“{text}…” has {count} characters; {longest_entry} fit. Put one identifier on a line.",
                text=text[:40],
                count=len(text),
                longest_entry=LONGEST_ENTRY,
            )
            continue
        reading = _read(text)
        yield from (f"“{unread.written}”: {say(unread.sentence)}" for unread in reading.unread)
        if not reading.identifiers and not reading.unread:
            yield say("“{text}” is not recognised. Say what it is, for example “Telegram account: …”.", text=text[:80])
        for one in reading.identifiers:
            yield from (
                f"“{one.written}”: {say(gap.sentence)}" for gap in one.missing if gap.severity is Severity.NEEDED
            )
            if one.time and one.time.utc and one.time.utc.date() > today + timedelta(days=1):
                yield say("“{written}”: the time lies in the future. Check the date.", written=one.written)


def wishes(items: Sequence[Item]) -> Iterator[str]:
    """What would be useful to add, a sentence each."""
    for one in identified(items):
        yield from (f"“{one.written}”: {say(gap.sentence)}" for gap in one.missing if gap.severity is Severity.USEFUL)


def identified(items: Sequence[Item]) -> tuple[Identifier, ...]:
    """Every identifier in the entries, in their order."""
    return tuple(one for item in items for one in _read(str(item.get("text", "")).strip()).identifiers)


def lines(items: Sequence[Item]) -> tuple[str, ...]:
    """How the letter gives them: the type's name and the normalised text; what is not recognised, as it was written."""
    return tuple(line for item in items for line in _lines(str(item.get("text", "")).strip()))


def as_json(items: Sequence[Item]) -> list[dict[str, Any]]:
    """How the attachment gives them: each entry's text, and what was recognised in it."""
    return [{"text": item["text"], "identifiers": [_plain(one) for one in identified([item])]} for item in items]


def _lines(text: str) -> Iterator[str]:
    found = _read(text).identifiers
    yield from (named(say(one.type.label), str(one)) for one in found)
    if not found:
        yield text


def _plain(one: Identifier) -> dict[str, Any]:
    return {key: value for key, value in one.as_json().items() if key in _ATTACHED}


_ATTACHED = frozenset({"type", "value", "kind", "port", "time", "provider"})


def _read(text: str) -> Reading:
    return _read_in(text, spoken())


@lru_cache(maxsize=2048)
def _read_in(text: str, _language: str) -> Reading:
    """Kept for each language: what is read holds sentences."""
    return identify(text[:LONGEST_ENTRY])
