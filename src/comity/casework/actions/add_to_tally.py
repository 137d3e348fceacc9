"""Adding to the stored counts, in one statement. The caller holds the cursor's lock, so nobody else writes here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import connection

from comity.casework.rules.statistics.cell import Cell

_AT_ONCE = 20_000

_ADD = """
INSERT INTO casework_tally AS tally (month, direction, country, family, what, key, count)
SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::bigint[])
ON CONFLICT (country, month, direction, family, what, key) DO UPDATE SET count = tally.count + excluded.count
"""

_CLEAR = """
DELETE FROM casework_tally AS tally
USING unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[])
    AS cell (month, direction, country, family, what, key)
WHERE tally.count = 0 AND tally.country = cell.country AND tally.month = cell.month
    AND tally.direction = cell.direction AND tally.family = cell.family AND tally.what = cell.what
    AND tally.key = cell.key
"""


def add_to_tally(change: Mapping[Cell, int]) -> None:
    """Add each count to its cell, negative ones too; cells that come to nothing go."""
    counts = sorted(change.items())
    for start in range(0, len(counts), _AT_ONCE):
        part = counts[start : start + _AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [*_columns(cell for cell, _ in part), [count for _, count in part]])
            taken = [cell for cell, count in part if count < 0]
            if taken:
                cursor.execute(_CLEAR, _columns(taken))


def _columns(cells: Iterable[Cell]) -> list[list[object]]:
    return [list(column) for column in zip(*cells, strict=True)]
