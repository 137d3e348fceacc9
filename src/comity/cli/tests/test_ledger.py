"""`comity ledger`: whole or broken, and what is not delivered."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from typer.testing import CliRunner, Result

from comity.cli.app import app
from comity.ledger.queries.chain import verify_chain
from comity.people.actions.create_user import create_user

pytestmark = pytest.mark.django_db


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["ledger", *arguments], env={"COLUMNS": "200"})


@pytest.fixture
def user() -> Any:
    return create_user(username="drafter", display_name="Drafter [red]", password="a lamp in the window", by=None)


def test_an_empty_ledger_is_whole() -> None:
    assert _run("verify").output == "Whole: 0 entries, head none.\n"


@pytest.mark.usefixtures("user")
def test_a_whole_ledger_says_its_head() -> None:
    head = verify_chain().head
    result = _run("verify", "--known", str(head))
    assert (result.exit_code, result.output) == (0, f"Whole: 1 entry, head {head}.\n")


@pytest.mark.usefixtures("user")
def test_a_broken_ledger_ends_with_an_exit_code() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE ledger_entry SET subject = 'user:0'")
    result = _run("verify")
    assert result.exit_code == 1
    assert "Broken after 0 entries: Entry 1 was changed" in result.output
    missing = _run("verify", "--known", "0" * 64)
    assert missing.exit_code == 1
    assert _run("verify", "--known", "3fa9").exit_code == 2


def test_entries_are_shown(user: Any) -> None:
    for arguments in ([], [user.subject], ["--limit", "1"]):
        output = _run("show", *arguments).output
        assert "user-created" in output
        assert user.subject in output


def test_deliveries_are_listed_and_only_failed_ones_retried() -> None:
    assert _run("deliveries").output == "Every delivery is done.\n"
    result = _run("retry", "1", "comity.some.where")
    assert result.exit_code == 1
    assert "not among those that failed" in result.output
