"""The states of an upload, from the check to the import; and how the ledger speaks of one. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from comity.kernel.digest import Digest, canonical_json
from comity.kernel.words import noted, say
from comity.ledger.rules.event import Event
from comity.programme.rules.importing.declaration import Known
from comity.programme.rules.importing.limits import KEPT_HOURS

KEPT_FOR = timedelta(hours=KEPT_HOURS)


class ImportState(StrEnum):
    """Only what is `ready` can be imported. The worker has what is `checking` or `importing`. The states from `failed`
    on have lost their file."""

    CHECKING = "import-checking"
    READY = "checked-import"
    TO_MEND = "to-mend"
    IMPORTING = "import-importing"
    FAILED = "import-failed"
    IMPORTED = "imported"
    DISCARDED = "discarded"
    ERASED = "erased"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def waits(self) -> bool:
        return self in {ImportState.READY, ImportState.TO_MEND}

    @property
    def goes_on(self) -> bool:
        return self in {ImportState.CHECKING, ImportState.IMPORTING}


WAITING = frozenset(state for state in ImportState if state.waits)
WITH_FILE = WAITING | frozenset(state for state in ImportState if state.goes_on)

_LABELS = {
    ImportState.CHECKING: "being checked",
    ImportState.READY: "ready to import",
    ImportState.TO_MEND: "to mend",
    ImportState.IMPORTING: "being imported",
    ImportState.FAILED: "not to be read",
    ImportState.IMPORTED: "imported",
    ImportState.DISCARDED: "discarded",
    ImportState.ERASED: "erased, because it waited for a day",
}


class Doing(StrEnum):
    """What the worker does with an upload at the moment."""

    NOTHING = ""
    READING = "reading"
    CHECKING = "checking"
    ENTERING = "entering"

    @property
    def said(self) -> str:
        return say(_DOING[self])


_DOING = {
    Doing.NOTHING: noted("Waiting until the node has a hand free"),
    Doing.READING: noted("Reading the table"),
    Doing.CHECKING: noted("Checking the table cell by cell"),
    Doing.ENTERING: noted("Importing the rows"),
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
