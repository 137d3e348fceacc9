"""`comity user`: sentences, exit codes, and no password in the arguments."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from comity.cli.app import app
from comity.ledger.queries.entries import latest
from comity.people.access import user_named
from comity.people.queries.roles import roles_of
from comity.people.queries.users import users
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db

SECRET = "a lamp in the north window"


def _run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, ["user", *arguments], input=given)


def _add(*more: str) -> Result:
    return _run("add", "drafter", "--name", "Drafter, Georgia", *more, given=f"{SECRET}\n{SECRET}\n")


def test_a_user_is_added_with_a_prompted_password() -> None:
    result = _add("--role", "drafter", "--role", "duty-officer", "--zone", "Asia/Tbilisi")
    assert result.exit_code == 0, result.output
    assert "signs in as “drafter” with the roles of drafter, duty officer." in result.output
    assert SECRET not in result.output
    user = user_named("drafter")
    assert user.check_password(SECRET)
    assert roles_of(user) == {Role.DRAFTER, Role.DUTY_OFFICER}
    assert latest(1)[0].actor_reference == "console"


def test_a_password_may_come_from_a_file_or_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\r\n")
    assert _run("add", "one", "--name", "One", "--password-file", str(file)).exit_code == 0
    assert _run("add", "two", "--name", "Two", "--password-file", "-", given=f"{SECRET}\n").exit_code == 0
    assert user_named("one").check_password(SECRET)
    assert user_named("two").check_password(SECRET)


def test_a_missing_password_file_is_a_sentence(tmp_path: Path) -> None:
    result = _run("add", "one", "--name", "One", "--password-file", str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "cannot be read" in result.output


def test_what_is_refused_leaves_nothing_behind() -> None:
    result = _run("add", "drafter", "--name", "Drafter", given="short\nshort\n")
    assert result.exit_code == 1
    assert "too short" in result.output
    assert users() == []


def test_roles_are_given_and_taken() -> None:
    _add()
    assert "Approves and signs" in _run("grant", "drafter", "approver", "--from", "2026-05-01").output
    again = _run("grant", "drafter", "approver")
    assert again.exit_code == 1
    assert "holds the role of approver from 2026-05-01 until further notice already" in again.output
    assert _run("revoke", "drafter", "approver").exit_code == 0
    assert roles_of(user_named("drafter")) == frozenset()


def test_sign_in_ends_and_begins_again_with_a_new_password() -> None:
    _add()
    assert _run("deactivate", "drafter").exit_code == 0
    assert not user_named("drafter").is_active
    assert _run("reactivate", "drafter").exit_code == 0
    assert _run("password", "drafter", given="another lamp altogether\n" * 2).exit_code == 0
    assert user_named("drafter").check_password("another lamp altogether")


def test_an_unknown_user_day_or_role_is_a_sentence() -> None:
    _add()
    assert "There is no user named “nobody”" in _run("grant", "nobody", "drafter").output
    assert "is not a day" in _run("grant", "drafter", "drafter", "--from", "tomorrow").output
    assert _run("grant", "drafter", "king").exit_code == 2


def test_users_are_listed() -> None:
    _add("--role", "editor")
    output = _run("list").output
    assert "drafter" in output
    assert "Editor" in output
