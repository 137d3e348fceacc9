"""What can be supposed of the law: a reform of one country, or that an instrument is in force. Judges neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from comity.atlas.rules.edit import Edit, edited, read_edit, supposed, until
from comity.atlas.rules.fact import Dated
from comity.atlas.rules.packs.instrument import InstrumentType
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.words import say

IN_FORCE = "in-force"
_WRITTEN = re.compile(rf"\s*([\w-]+)\s*=\s*{IN_FORCE}\s*\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """From `start` on, suppose that `instrument` is in force, whoever is Party to it."""

    instrument: str
    start: date

    def __str__(self) -> str:
        return f"{self.instrument}={IN_FORCE}"


Supposition: TypeAlias = Edit | Entry


def read_supposition(text: str, snapshot: Snapshot, start: date) -> Supposition:
    """A reform as `read_edit` reads it, or an entry into force: "cets224=in-force".

    Raises ValueError with a sentence that says what is not understood and what would be.
    """
    found = _WRITTEN.match(text)
    if found is None:
        return read_edit(text, snapshot, start)
    if not can_enter(snapshot, found[1]):
        raise ValueError(
            say("“{name}” is not a treaty that the packs know, so that its entry cannot be supposed.", name=found[1])
        )
    return Entry(found[1], start)


def can_enter(snapshot: Snapshot, name: str) -> bool:
    """Whether it is an instrument that enters into force; channels and principles do not."""
    pack = snapshot.instruments.get(name)
    return pack is not None and pack.instrument.type not in {InstrumentType.CHANNEL, InstrumentType.PRINCIPLE}


def edits_of(suppositions: Sequence[Supposition]) -> tuple[Edit, ...]:
    return tuple(each for each in suppositions if isinstance(each, Edit))


def entries_of(suppositions: Sequence[Supposition]) -> tuple[Entry, ...]:
    return tuple(each for each in suppositions if isinstance(each, Entry))


def supposing(snapshot: Snapshot, suppositions: Sequence[Supposition]) -> Snapshot:
    """A copy of `snapshot` in which everything supposed holds from its day on. Raises ValueError as `edited` does."""
    for entry in entries_of(suppositions):
        snapshot = _entered(snapshot, entry)
    return edited(snapshot, edits_of(suppositions))


def _entered(snapshot: Snapshot, entry: Entry) -> Snapshot:
    pack = snapshot.instruments[entry.instrument]
    fact = Dated[bool](value=True, **supposed(entry.start))
    own = pack.instrument.model_copy(update={"in_force": (*until(pack.instrument.in_force, entry.start), fact)})
    changed = pack.model_copy(update={"instrument": own})
    instruments = {**snapshot.instruments, entry.instrument: changed}
    return replace(snapshot, instruments=instruments, edits=(*snapshot.edits, str(entry)))
