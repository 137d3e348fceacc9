"""Facts as lines of text: one a line, for spreadsheets and programs. Streamed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from comity.atlas.queries.open_data import COLUMNS, FactRow, PackWhole
from comity.kernel.spreadsheet import guarded

_BOM = "\ufeff"
"""So that spreadsheets read UTF-8 as such."""


def as_csv(rows: Iterable[FactRow]) -> Iterator[str]:
    """A head and a line for each fact."""
    writer = csv.writer(_Echo())
    yield _BOM + writer.writerow(COLUMNS)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row.as_row().values()])


def as_json(fingerprint: str, packs: Iterable[PackWhole]) -> Iterator[str]:
    """All packs as one object; each stands on a line of its own."""
    yield f'{{"fingerprint": {json.dumps(fingerprint)}, "packs": [\n'
    before = ""
    for pack in packs:
        yield before + json.dumps(pack.as_json(), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _cell(value: Any) -> str:
    """As text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return "yes" if value else ""
    text = "" if value is None else str(value)
    return guarded(text)


class _Echo:
    """Gives back what a writer writes, instead of keeping it."""

    def write(self, text: str) -> str:
        return text
