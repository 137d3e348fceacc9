"""Instruments whose entry into force one can suppose before reforms are weighed, and the law once it is supposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from comity.atlas.queries.reform import in_sentence, supposition_view
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Entry, can_enter, supposing
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.routes.rules.footing import certain_value


@dataclass(frozen=True, slots=True)
class Ground:
    """What is supposed before and after the reforms, so that the effect shown is theirs alone; `present` is what is so
    on the day; `clause` as within a sentence: “the Second Additional Protocol is in force”."""

    key: str
    says: str
    clause: str
    present: str


def grounds(snapshot: Snapshot, day: date) -> tuple[Ground, ...]:
    """Every instrument that gives a way and is not known to be in force on `day`."""
    law = snapshot.on(day)
    entries = (
        Entry(name, day)
        for name, pack in snapshot.instruments.items()
        if can_enter(snapshot, name) and pack.instrument.bases and certain_value(law.in_force(name)) is not True
    )
    return tuple(ground(snapshot, entry, day) for entry in entries)


def ground(snapshot: Snapshot, entry: Entry, day: date) -> Ground:
    now = certain_value(snapshot.on(day).in_force(entry.instrument))
    present = {None: noted("not known"), True: noted("in force"), False: noted("not in force")}[now]
    named = in_sentence(snapshot.instruments[entry.instrument].instrument.short)
    clause = sayable("{instrument} is in force", instrument=named)
    return Ground(str(entry), supposition_view(entry, snapshot).says, clause, present)


def on_ground(snapshot: Snapshot, entries: Sequence[Entry]) -> Snapshot:
    """The law with `entries` supposed; the same value for the same ones, so that what was worked out is found again."""
    return _grounded(snapshot, tuple(entries)) if entries else snapshot


@lru_cache(maxsize=8)
def _grounded(snapshot: Snapshot, entries: tuple[Entry, ...]) -> Snapshot:
    return supposing(snapshot, entries)
