"""The database itself refuses to change, remove or empty what was recorded, whoever asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import ProgrammingError, connection, transaction

from comity.ledger.queries.chain import verify_chain
from comity.ledger.rules.entry import EntryView

CHANGES = ["UPDATE ledger_entry SET subject = 'lamp:2'", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry CASCADE"]


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("before", ["", "SET LOCAL session_replication_role = replica"])
def test_the_database_refuses(change: str, before: str, light: Callable[..., EntryView]) -> None:
    light()
    if before:
        _or_skip(before)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert verify_chain().entries == 1


def _or_skip(statement: str) -> None:
    """Only a superuser of the database may say that the session is a replica; to others that door is closed anyway."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError:
        pytest.skip("The tests' database user may not set session_replication_role.")
