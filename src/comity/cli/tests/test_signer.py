"""`comity signer`: sentences and exit codes; no key, password or PIN is ever printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from comity.cli.app import app
from comity.documents.queries.signing_keys import own_signer
from comity.documents.tests.signing_world import living_in
from comity.people.models.user import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(tmp_path: Path) -> Iterator[User]:
    with living_in(tmp_path):
        yield User.objects.create(username="nino", display_name="Nino", created_at=datetime(2026, 1, 1, tzinfo=UTC))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["signer", *arguments])


def test_a_key_is_issued_listed_and_ended(officer: User) -> None:
    assert "No officer has a key of their own" in _run("list").output
    made = _run("issue", "nino")
    assert made.exit_code == 0, made.output
    assert "Nino signs as “Nino” from now on. A test authority" in made.output
    assert own_signer(officer) == "Nino"
    assert "nino" in _run("list").output
    ended = _run("end", "nino", "--reason", "The card was lost.")
    assert "This node's lists say so." in ended.output
    assert own_signer(officer) == ""


def test_what_is_refused_is_a_sentence(officer: User, tmp_path: Path) -> None:
    for arguments, says in (
        (("end", officer.username, "--reason", "x"), "has no key registered"),
        (("issue", "nobody"), "nobody"),
        (("add", "nino", "--key", str(tmp_path / "none.key")), "cannot be read"),
    ):
        done = _run(*arguments)
        assert done.exit_code == 1
        assert says in done.output
        assert "Traceback" not in done.output


def test_a_token_that_is_not_there_is_a_sentence(officer: User, tmp_path: Path) -> None:
    absent = str(tmp_path / "absent")
    done = _run(
        *("token", officer.username, "--module", absent, "--token", "officers", "--label", "nino"),
        *("--pin-file", absent, "--certificate", absent),
    )
    assert (done.exit_code, "does not hold certificates" in done.output) == (1, True)
