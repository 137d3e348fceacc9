"""Writing many entries of a made-up past at once, for load tests. Rings no bell: nobody is to act on what never was.

The chain is kept all the same: the first entry must follow the last one recorded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import connection

from comity.kernel.digest import Digest
from comity.ledger.models.entry import Entry
from comity.ledger.rules.entry import NOTHING_BEFORE
from comity.ledger.rules.quick_chain import QuickEntry

_COLUMNS = ", ".join(QuickEntry._fields)


class DoesNotFollow(RuntimeError):
    """The entries do not continue this ledger."""


def end_of_chain() -> tuple[int, Digest]:
    """The last entry's number and digest; 0 and the digest before the first where there is none."""
    last = Entry.objects.order_by("-sequence").values_list("sequence", "digest").first()
    return (last[0], Digest(last[1])) if last else (0, NOTHING_BEFORE)


def copy_entries(entries: Sequence[QuickEntry]) -> None:
    """Append `entries`, which `QuickChain` made, with COPY. Raises DoesNotFollow."""
    if not entries:
        return
    if (entries[0].sequence - 1, entries[0].previous) != end_of_chain():
        raise DoesNotFollow(f"Entry {entries[0].sequence} does not follow the last one of this ledger.")
    with connection.cursor() as cursor, cursor.copy(f"COPY ledger_entry ({_COLUMNS}) FROM STDIN") as rows:
        rows.write("".join(map(_line, entries)).encode())


def _line(entry: QuickEntry) -> str:
    """One line of COPY's text format, in the order of the table's columns."""
    return "\t".join(map(_escaped, map(str, entry))) + "\n"


def _escaped(text: str) -> str:
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") if _BREAKS.search(text) else text


_BREAKS = re.compile("[\t\n\r]")
