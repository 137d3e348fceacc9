"""Keeps the demonstration world beside the tests' tables once it is loaded, and puts it back for the next journey.

Loading it takes many seconds, since its letters are really signed. What is put back is row for row what was loaded.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Identifier

from comity.kernel import clock

FRESH = timedelta(hours=1)
"""The world tells of days relative to its loading: an older one, or one of another clock, is not put back."""
ZONES = (UTC, ZoneInfo("Asia/Tbilisi"))
"""In which the world and its people count days: at midnight “yesterday” is another day."""
_APART = ("django_", "auth_", "procrastinate_")
"""What Django fills anew by itself, and jobs."""
_KEEP = SQL("CREATE TABLE kept.{table} AS TABLE public.{table}")
_PUT_BACK = SQL("INSERT INTO public.{table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM kept.{table}")
_COUNT_ON = SQL(
    "SELECT setval(pg_get_serial_sequence({named}, {text}), coalesce(max({column}), 0) + 1, false) FROM public.{table}"
)


@dataclass
class KeptWorld:
    """One a process: its database and its folder of keys belong together."""

    keys: Path
    loaded_at: datetime | None = None
    copy: Path | None = None

    @property
    def usable(self) -> bool:
        """Whether there is a world that was loaded about now, on the same day wherever one counts days."""
        now = clock.now()
        return (
            self.loaded_at is not None
            and timedelta(0) <= now - self.loaded_at < FRESH
            and all(now.astimezone(zone).date() == self.loaded_at.astimezone(zone).date() for zone in ZONES)
        )

    def count_from_one(self) -> None:
        """Number what is loaded next as on a new node, whatever earlier tests made and emptied: pages are asked for by
        number."""
        with connection.cursor() as cursor:
            for table in _tables():
                _go_on_counting(cursor, table)

    def keep(self) -> None:
        """Take a copy of every table and of the keys that the letters are signed with."""
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE")
            cursor.execute("CREATE SCHEMA kept")
            for table in _tables():
                cursor.execute(_KEEP.format(table=Identifier(table)))
        self.copy = self.copy or Path(mkdtemp(prefix="comity-kept-")) / "keys"
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.keys, self.copy)
        self.loaded_at = clock.now()

    def put_back(self) -> None:
        """Fill the empty tables again. Their foreign keys are checked at the end, so that the order does not matter."""
        assert self.copy is not None
        with transaction.atomic(), connection.cursor() as cursor:
            for table in _tables():
                columns = SQL(", ").join(map(Identifier, _columns(cursor, table)))
                cursor.execute(_PUT_BACK.format(table=Identifier(table), columns=columns))
                _go_on_counting(cursor, table)
        shutil.rmtree(self.keys, ignore_errors=True)
        shutil.copytree(self.copy, self.keys)


def _tables() -> list[str]:
    named = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(table for table in named if not table.startswith(_APART))


def _columns(cursor: CursorWrapper, table: str) -> list[str]:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    )
    return [row[0] for row in cursor.fetchall()]


def _go_on_counting(cursor: CursorWrapper, table: str) -> None:
    cursor.execute(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s AND is_identity = 'YES'",
        [table],
    )
    for (column,) in cursor.fetchall():
        cursor.execute(
            _COUNT_ON.format(named=f'public."{table}"', text=column, column=Identifier(column), table=Identifier(table))
        )
