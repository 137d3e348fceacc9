"""What every test stands on. Fixtures of one domain belong into its own tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

_flush = DatabaseOperations.sql_flush

_OPEN = "ALTER TABLE ledger_entry DISABLE TRIGGER USER"
_CLOSE = (
    "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER append_only",
    "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER never_emptied",
)


def _flush_with_ledger(self: DatabaseOperations, style: Any, tables: list[str], **options: Any) -> list[str]:
    statements = _flush(self, style, tables, **options)
    return [_OPEN, *statements, *_CLOSE] if "ledger_entry" in tables else statements


@pytest.fixture(scope="session", autouse=True)
def _ledger_emptied_between_tests() -> Iterator[None]:
    """Tests that commit end by truncating every table; the ledger refuses that to everybody who does not own it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", _flush_with_ledger)
        yield
