"""The packs of the repository as the law of a test: read once a process, loaded into the database once, and put back
row for row in every later test, since reading and indexing them anew takes longer than most tests.

For tests that stand on the law. Those of loading itself load it themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from django.db import connection
from psycopg import Cursor
from psycopg.sql import SQL, Composed, Identifier

from comity.atlas.actions import load_packs as loading
from comity.atlas.queries.folder import folder_packs, folder_snapshot
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.ledger.rules.actor import SYSTEM
from comity.packkit.pack import Pack

PACKS = Path(__file__).parents[4] / "packs"
Packs = Callable[[], Sequence[Pack]]

_FILLED = ("atlas_loadedpack", "atlas_passage", "ledger_entry", "procrastinate_jobs")
"""The tables that loading fills, each after those it refers to; the jobs are the deliveries of its entry."""
_COLUMNS = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = %s
"""
_COUNTERS = """
SELECT column_name, counter FROM information_schema.columns, pg_get_serial_sequence(table_name, column_name) AS counter
WHERE table_schema = 'public' AND table_name = %s AND counter IS NOT NULL
"""
_COUNT_ON = SQL("SELECT setval(%s, greatest(nextval(%s), (SELECT max({}) FROM {})))")
"""What counts is not taken back with a transaction, yet whoever empties the tables may have set it back."""

_kept: dict[tuple[Packs, datetime | None], list[tuple[str, list[str], bytes]]] = {}
"""By what was loaded, and the moment the clock was held at: of each table its columns and rows."""


@cache
def repository_packs() -> list[Pack]:
    """Validated, and not to be changed: every test of this process is given the same."""
    return folder_packs(PACKS)


@cache
def repository_snapshot() -> Snapshot:
    """What they say together. Needs no database."""
    return folder_snapshot(PACKS)


def load_law(monkeypatch: pytest.MonkeyPatch, packs: Packs = repository_packs) -> None:
    """Make them the node's law. What is loaded later in this test is not read from files either. `packs` names others,
    by a function of a module, since what it loads is kept by it."""
    monkeypatch.setattr(loading, "validated_packs", lambda *_: packs())
    key = packs, clock._frozen.get()  # where the clock runs, the rows keep the moment of the first loading
    with connection.cursor() as django_cursor:
        cursor = django_cursor.cursor
        if _holds_anything(cursor):
            loading.load_packs(PACKS, actor=SYSTEM)
        elif key in _kept:
            for table, columns, rows in _kept[key]:
                _put_back(cursor, table, columns, rows)
        else:
            loading.load_packs(PACKS, actor=SYSTEM)
            _kept[key] = [(table, *_read(cursor, table)) for table in _FILLED]


def _holds_anything(cursor: Cursor) -> bool:
    looks = (SQL("EXISTS (SELECT FROM {})").format(Identifier(table)) for table in _FILLED)
    found = cursor.execute(SQL("SELECT {}").format(SQL(" OR ").join(looks))).fetchone()
    return bool(found and found[0])


def _read(cursor: Cursor, table: str) -> tuple[list[str], bytes]:
    columns = [row[0] for row in cursor.execute(_COLUMNS, [table]).fetchall()]
    with cursor.copy(_copied(table, columns, "TO STDOUT")) as out:
        return columns, b"".join(map(bytes, out))


def _put_back(cursor: Cursor, table: str, columns: list[str], rows: bytes) -> None:
    with cursor.copy(_copied(table, columns, "FROM STDIN")) as into:
        into.write(rows)
    for column, counter in cursor.execute(_COUNTERS, [table]).fetchall():
        cursor.execute(_COUNT_ON.format(Identifier(column), Identifier(table)), [counter, counter])


def _copied(table: str, columns: list[str], where: str) -> Composed:
    named = SQL(", ").join(map(Identifier, columns))
    return SQL("COPY {} ({}) {}").format(Identifier(table), named, SQL(where))
