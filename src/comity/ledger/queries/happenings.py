"""Reading entries in bulk, for whoever derives figures from them. Always bounded by numbers: nobody reads it all."""

from __future__ import annotations

from collections.abc import Collection

from comity.ledger.models.entry import Entry
from comity.ledger.rules.happening import Happening


def last_sequence() -> int:
    """The number of the newest entry; 0 in an empty ledger. Numbers have no gap and are committed in their order."""
    return Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0


def subjects_between(after: int, until: int, names: Collection[str]) -> set[str]:
    """What the entries of these names are about, whose numbers are above `after` and not above `until`."""
    chosen = Entry.objects.filter(sequence__gt=after, sequence__lte=until, name__in=names).order_by()
    return set(chosen.values_list("subject", flat=True))


def happenings(subjects: Collection[str], names: Collection[str], *, until: int) -> dict[str, list[Happening]]:
    """The entries of these names about each of `subjects`, in their order, up to number `until`. In one query."""
    found: dict[str, list[Happening]] = {}
    rows = Entry.objects.filter(subject__in=subjects, sequence__lte=until, name__in=names).order_by("sequence")
    for row in rows.values_list("sequence", "at", "name", "subject", "payload"):
        found.setdefault(row[3], []).append(Happening(*row))
    return found
