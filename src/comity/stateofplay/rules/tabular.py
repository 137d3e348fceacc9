"""Tables as text for other programs and for reading: CSV that no spreadsheet takes for formulas, and Markdown."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from comity.kernel.spreadsheet import guarded

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#])")


def csv_of(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = StringIO()
    table = csv.writer(text)
    table.writerow(head)
    table.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue()


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The same line by line, for tables of many rows."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(head)
    for row in rows:
        yield text.getvalue()
        text.seek(0)
        text.truncate()
        table.writerow([_plain(cell) for cell in row])
    yield text.getvalue()


def markdown_of(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as GitHub and others draw it."""
    lines = [_line(head), "|---" * len(head) + "|", *(_line(row) for row in rows)]
    return "\n".join(lines)


def marked(text: object) -> str:
    """Text in which Markdown sees no marks."""
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))


def _line(cells: Sequence[object]) -> str:
    return f"| {' | '.join(marked(cell) for cell in cells)} |"


def _plain(cell: object) -> object:
    return guarded(cell) if isinstance(cell, str) else cell
