"""Reading entries: one by its number, or all about a subject. Returns values, so that no reader can change a row."""

from __future__ import annotations

from collections.abc import Collection

from comity.kernel.digest import Digest
from comity.ledger.models.entry import Entry
from comity.ledger.rules.entry import EntryView


class NoSuchEntry(LookupError):
    """The ledger has no entry of this number."""


def entry(sequence: int) -> EntryView:
    """The entry of this number. Raises NoSuchEntry."""
    row = Entry.objects.filter(sequence=sequence).first()
    if row is None:
        raise NoSuchEntry(f"The ledger has no entry {sequence}.")
    return view(row)


def entries_about(*subjects: str, names: Collection[str] = ()) -> list[EntryView]:
    """All entries about any of `subjects`, oldest first; with `names`, those of these events alone."""
    rows = Entry.objects.filter(subject__in=subjects)
    return [view(row) for row in (rows.filter(name__in=names) if names else rows)]


def latest(limit: int = 25, *, before: int | None = None) -> list[EntryView]:
    """The newest entries, newest first; with `before`, those with a smaller number, for the page after."""
    rows = Entry.objects.order_by("-sequence")
    if before is not None:
        rows = rows.filter(sequence__lt=before)
    return [view(row) for row in rows[:limit]]


def view(row: Entry) -> EntryView:
    """The row as a value."""
    return EntryView(
        sequence=row.sequence,
        at=row.at,
        actor_reference=row.actor_reference,
        actor_display=row.actor_display,
        name=row.name,
        subject=row.subject,
        payload=row.payload,
        previous=Digest(row.previous),
        digest=Digest(row.digest),
    )
