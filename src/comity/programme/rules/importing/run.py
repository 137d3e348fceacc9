"""The states of an upload, from the check to the import; and how the ledger speaks of one. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from comity.kernel.digest import Digest, canonical_json
from comity.ledger.rules.event import Event
from comity.programme.rules.importing.declaration import Known
from comity.programme.rules.importing.limits import KEPT_HOURS

KEPT_FOR = timedelta(hours=KEPT_HOURS)


class ImportState(StrEnum):
    """Only what is `ready` can be imported. Every other state but `to mend` has lost its file."""

    READY = "checked-import"
    TO_MEND = "to-mend"
    IMPORTED = "imported"
    DISCARDED = "discarded"
    ERASED = "erased"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def waits(self) -> bool:
        return self in {ImportState.READY, ImportState.TO_MEND}


_LABELS = {
    ImportState.READY: "ready to import",
    ImportState.TO_MEND: "to mend",
    ImportState.IMPORTED: "imported",
    ImportState.DISCARDED: "discarded",
    ImportState.ERASED: "erased, because it waited for a day",
}


def basis(file: Digest, begins: date, known: Known) -> Digest:
    """What was checked: the file, and what the node had to check it against. Another one is another check."""
    beside = {word: sorted(there) for word, there in known.items()}
    return Digest.of(canonical_json({"file": str(file), "begins": begins.isoformat(), "known": beside}))


@dataclass(frozen=True, kw_only=True)
class RowsImported(Event):
    """A table was imported, all of it: `count` rows of the file with this SHA-256."""

    name: ClassVar[str] = "programme-rows-imported"
    what: str
    file: str
    digest: str
    count: int
