"""A node whose tables have grown is brought up to date without the limit that statements of pages have."""

from __future__ import annotations

import pytest
from django.db import connection

from comity.config.node import prepare


def _limit() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
def test_a_migration_may_take_its_time_and_a_page_may_not(monkeypatch):
    seen: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda *_, **__: seen.append(_limit()))
    prepare._migrate()
    assert seen == ["0"]
    assert _limit() == "30s"
