"""The numbers that made-up rows are given, and the rows of one project, by table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]


class Numbers:
    """Counts on from the last number of each table."""

    def __init__(self, last: Mapping[str, int]) -> None:
        self._last = Counter(last)

    def next(self, table: str) -> int:
        """The number of the next row of this table."""
        self._last[table] += 1
        return self._last[table]


class Rows:
    """Rows by table, columns by name, numbered as they are put."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self.by_table: dict[str, list[Row]] = defaultdict(list)

    def put(self, table: str, **columns: Any) -> int:
        """Its number."""
        number = self._numbers.next(table)
        self.by_table[table].append({"id": number, **columns})
        return number
