"""Writing many made-up rows at once by COPY, for load tests. Knows no table; checks nothing.

It stands on the lowest floor with a database, since every floor above fills tables of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Max


def copy_rows(table: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """`rows` by column, all with the same columns."""
    if not rows:
        return
    names = list(rows[0])
    columns = ", ".join(names)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table._meta.db_table} ({columns}) FROM STDIN") as out:
        for row in rows:
            out.write_row([row[name] for name in names])


def last_number(table: type[models.Model]) -> int:
    """Of the table's rows; 0 where it has none."""
    return table._default_manager.aggregate(last=Max("pk"))["last"] or 0


def count_on(table: type[models.Model]) -> None:
    """Let the numbers that the database gives begin after those that rows were given."""
    name = table._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608
        )
