"""Whether the ledger is whole: every entry hashed anew, in constant memory, and the first one at fault named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DataError

from comity.kernel.digest import Digest
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.ledger.models.entry import Entry
from comity.ledger.queries.entries import view
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, digest_of

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class ChainReport:
    """`entries` are those found whole; `head` is the last one's digest; `problem` is a sentence, empty where whole."""

    whole: bool
    entries: int
    head: Digest | None
    problem: str = ""


class _Fault(Exception):
    """What is wrong with the entry at hand."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def verify_chain(known_head: Digest | None = None) -> ChainReport:
    """Read the whole ledger and check numbers, links and digests.

    A chain alone cannot show that its newest entries were cut off. Whoever noted an earlier head gives it as
    `known_head`: a ledger without it is not whole.
    """
    entries, head, known = 0, NOTHING_BEFORE, known_head is None
    try:
        for entry in _all():
            _check(entry, entries, head)
            entries, head = entry.sequence, entry.digest
            known = known or head == known_head
    except _Fault as fault:
        return ChainReport(False, entries, head if entries else None, fault.sentence)
    problem = "" if known else sayable(_CUT_OFF, digest=known_head)
    return ChainReport(known, entries, head if entries else None, problem)


_CUT_OFF = noted("No entry has the digest {digest}: entries were cut off, or it is another ledger's.")


def _all() -> Iterator[EntryView]:
    """Every entry, page by page: no long transaction, no page larger than `_PAGE` rows. Raises _Fault."""
    last = 0
    while page := _page(last):
        for row in page:
            last = row.sequence
            try:
                yield view(row)
            except ValueError:
                raise _Fault(
                    sayable("Entry {number} was changed: what it has for a digest is none.", number=row.sequence)
                ) from None


def _page(after: int) -> list[Entry]:
    try:
        return list(Entry.objects.filter(sequence__gt=after).order_by("sequence")[:_PAGE])
    except DataError:
        raise _Fault(
            sayable(
                "One of the {count} entries after {number} was changed: it cannot be read.", count=_PAGE, number=after
            )
        ) from None


def _check(entry: EntryView, last: int, head: Digest) -> None:
    if entry.sequence != last + 1:
        raise _Fault(
            sayable("Entry {number} is missing: the next one found is {found}.", number=last + 1, found=entry.sequence)
        )
    if entry.digest != digest_of(entry):
        raise _Fault(
            sayable("Entry {number} was changed: its digest does not match its content.", number=entry.sequence)
        )
    if entry.previous != head:
        raise _Fault(
            sayable(
                "Entry {number} does not follow entry {last}: one of them was replaced.",
                number=entry.sequence,
                last=last,
            )
        )
