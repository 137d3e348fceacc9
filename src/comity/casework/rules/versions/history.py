"""Which states a draft went through, and what became of each: told from the ledger's entries. Holds no contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from comity.casework.rules import events
from comity.kernel.words import noted
from comity.ledger.rules.entry import EntryView

MARKS: Mapping[str, str] = {
    events.RequestSubmitted.name: noted("Sent to approval"),
    events.RequestReturned.name: noted("Returned for changes"),
    events.RequestApproved.name: noted("Approved"),
    events.RequestSigned.name: noted("Signed"),
}
"""What can become of a version, by the event that names it."""


@dataclass(frozen=True, slots=True)
class State:
    """One state: who made it and when (UTC), the fields that changed since the state before it, and what became of
    it, as a title and who. `who` is empty where the ledger does not say."""

    version: int
    who: str
    at: datetime | None
    fields: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]


def states(entries: Iterable[EntryView], kept: Iterable[int]) -> tuple[State, ...]:
    """The states of the versions `kept`, oldest first; what changed in between belongs to the next that is kept."""
    made: dict[int, EntryView] = {}
    marks: dict[int, list[tuple[str, str]]] = {}
    for entry in entries:
        if entry.name == events.RequestDrafted.name:
            made[1] = entry
        elif entry.name == events.RequestEdited.name:
            made[entry.payload["version"]] = entry
        elif entry.name in MARKS:
            marks.setdefault(entry.payload["version"], []).append((MARKS[entry.name], entry.actor_display))
    found, before = [], 0
    for version in sorted(kept):
        since = [made[number] for number in sorted(made) if before < number <= version]
        fields = dict.fromkeys(name for entry in since for name in entry.payload.get("fields", ()))
        last = made.get(version)
        found.append(
            State(
                version,
                last.actor_display if last else "",
                last.at if last else None,
                tuple(fields),
                tuple(marks.get(version, ())),
            )
        )
        before = version
    return tuple(found)
