"""Which fields somebody changed since the request was last looked at: what a second reader reads first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from comity.casework.rules import events
from comity.ledger.rules.entry import EntryView


@dataclass(frozen=True, slots=True)
class Changes:
    """`fields` are names, each once. `returned` tells whether they are counted from a return, else from the draft that
    the node itself filled in; `since` is that moment, in UTC. `from_file`: that draft says what a file said."""

    fields: frozenset[str]
    returned: bool
    since: datetime | None
    from_file: bool = False


def changes(entries: Iterable[EntryView]) -> Changes:
    """What `entries`, the ledger's about one request, say was edited since it was last returned, else since drafted."""
    found = Changes(frozenset(), returned=False, since=None)
    for entry in entries:
        if entry.name in {events.RequestDrafted.name, events.RequestReturned.name}:
            found = Changes(frozenset(), entry.name == events.RequestReturned.name, entry.at)
        elif entry.name == events.DraftTakenFromFile.name:
            found = replace(found, from_file=True)
        elif entry.name == events.RequestEdited.name:
            found = replace(found, fields=found.fields | set(entry.payload["fields"]))
    return found
