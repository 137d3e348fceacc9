"""The trust list as a text in TOML, and what may be put on it. Reads and writes no file."""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from comity.documents.rules.anchor import Anchor, TrustProblem

COMPARED = 16
"""Digits of a SHA-256 that somebody reads out: 64 bits, so that no other certificate can be made to begin so."""
LONGEST = 500
_HEAD = """\
# Whom this node trusts. Written by “comity trust add” and “comity trust remove”, which do not keep remarks of yours.
# What each line means: docs/reference/letters.md, Whom a node trusts.
"""


def written(anchors: Iterable[Anchor]) -> str:
    """The list, in order."""
    return _HEAD + "".join("\n[[trusted]]\n" + "".join(_lines(anchor)) for anchor in anchors)


def _lines(anchor: Anchor) -> Iterator[str]:
    yield f"name = {_text(anchor.name)}\n"
    if anchor.country:
        yield f"country = {_text(anchor.country)}\n"
    yield f"purposes = [{', '.join(_text(purpose) for purpose in anchor.purposes)}]\n"
    for name in ("valid_from", "valid_to", "added_on"):
        day: date | None = getattr(anchor, name)
        if day:
            yield f"{name} = {day.isoformat()}\n"
    yield f"source = {_text(anchor.source)}\n"
    if anchor.withdrawn_on:
        yield f"withdrawn_on = {anchor.withdrawn_on.isoformat()}\n"
        yield f"withdrawn_because = {_text(anchor.withdrawn_because)}\n"
    yield f"sha256 = {_text(anchor.fingerprint)}\n"
    yield f'certificate = """\n{ssl.DER_cert_to_PEM_cert(anchor.certificate)}"""\n'


def _text(text: str) -> str:
    """TOML's basic strings are written as JSON's, once what is no sign is gone (`checked_words`)."""
    return json.dumps(text, ensure_ascii=False)


def checked_words(text: str, what: str) -> str:
    """`text` as one line of signs. Raises TrustProblem where it is empty, long, or holds something unseen."""
    words = " ".join(text.split())
    if not words:
        raise TrustProblem(f"Say {what}.")
    if len(words) > LONGEST or not words.isprintable():
        raise TrustProblem(f"Say {what} in at most {LONGEST} characters, all of which can be seen.")
    return words


def check_compared(fingerprint: str, digits: str) -> None:
    """That `digits`, as its owner read them out, begin the certificate's SHA-256. Raises TrustProblem."""
    heard = re.sub(r"[\s:]", "", digits).lower()
    if len(heard) < COMPARED:
        raise TrustProblem(f"Have the first {COMPARED} digits of the SHA-256 read out, or more. Nothing was changed.")
    if not fingerprint.startswith(heard):
        raise TrustProblem(
            f"These are other digits: this certificate's SHA-256 is {fingerprint}. Somebody may have exchanged the "
            "file on its way. Trust it only once both agree. Nothing was changed."
        )


def with_added(listed: tuple[Anchor, ...], new: Anchor) -> tuple[Anchor, ...]:
    """The list with `new` at its end. Raises TrustProblem where it is trusted already for one of its purposes."""
    if new.valid_from and new.valid_to and new.valid_to < new.valid_from:
        raise TrustProblem(f"The trust would end on {new.valid_to}, before it begins on {new.valid_from}.")
    for held in listed:
        same = held.fingerprint == new.fingerprint and set(held.purposes) & set(new.purposes)
        if same and held.withdrawn_on is None:
            raise TrustProblem(f"“{held.name}” on the list is this certificate already. To change it, remove it first.")
    return (*listed, new)


def with_withdrawn(
    listed: tuple[Anchor, ...], digits: str, reason: str, now: datetime
) -> tuple[tuple[Anchor, ...], Anchor]:
    """The list with whatever begins with `digits` withdrawn, and the last of it. Raises TrustProblem."""
    start = re.sub(r"[\s:]", "", digits).lower()
    if len(start) < _FEWEST:
        raise TrustProblem(f"Give at least the first {_FEWEST} digits of the certificate's SHA-256.")
    found = [held for held in listed if held.fingerprint.startswith(start) and held.withdrawn_on is None]
    if not found:
        raise TrustProblem(f"Nothing that is trusted on the list begins with {start}. See “comity trust list”.")
    if len({held.fingerprint for held in found}) > 1:
        raise TrustProblem(f"More than one certificate begins with {start}. Give more digits.")
    gone = {id(held): replace(held, withdrawn_on=now.date(), withdrawn_because=reason) for held in found}
    return tuple(gone.get(id(held), held) for held in listed), gone[id(found[-1])]


_FEWEST = 8
