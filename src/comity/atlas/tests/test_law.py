"""What tests stand on: the law that is put back is the one that was loaded, in every table, and counting goes on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from psycopg.sql import SQL, Identifier

from comity.atlas.models import LoadedPack
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.tests.law import load_law, repository_snapshot
from comity.kernel import clock

pytestmark = pytest.mark.django_db
MOMENT = datetime(2031, 5, 7, 3, tzinfo=UTC)
"""Of no other test, so that here the packs are really loaded first."""
OF_NOW = "procrastinate_events"
"""Written by a trigger, with the hour of the database."""


def _rows() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            sql = SQL("SELECT one::text FROM {} AS one ORDER BY 1").format(Identifier(table))
            cursor.execute(sql)
            found[table] = [row[0] for row in cursor.fetchall()]
        return {table: rows for table, rows in found.items() if table != OF_NOW}


def test_what_is_put_back_is_what_was_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    with clock.frozen(MOMENT):
        for _ in range(2):
            with transaction.atomic():
                load_law(monkeypatch)
                assert node_snapshot().digest == repository_snapshot().digest
                seen.append(_rows())
                transaction.set_rollback(True)
    loaded, put_back = seen
    assert put_back == loaded


def test_counting_goes_on_where_a_flush_set_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with transaction.atomic():
            load_law(monkeypatch)
            transaction.set_rollback(True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('atlas_loadedpack', 'id'), 1, false)")
    load_law(monkeypatch)
    more = LoadedPack.objects.earliest("pk")
    last = LoadedPack.objects.latest("pk").pk
    more.pk, more.current = None, False
    more.save()
    assert more.pk > last
