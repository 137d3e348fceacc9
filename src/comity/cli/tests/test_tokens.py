"""`comity user token`: the secret alone on standard output, sentences for what is refused."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from comity.cli.app import app
from comity.people.actions.create_user import create_user
from comity.people.actions.grant_role import grant_role
from comity.people.queries.tokens import holder_of, tokens_of
from comity.people.rules.roles import Role
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose, Standing, TokenRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter():
    user = create_user(
        username="drafter", display_name="Drafter, Georgia", password="a lamp in the north window", by=None
    )
    grant_role(user, Role.DRAFTER, by=None)
    return user


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["user", "token", *arguments])


def test_the_secret_stands_alone_on_standard_output(drafter) -> None:
    done = _run("create", "drafter", "--name", "Figures", "--scope", "read", "--scope", "statistics", "--days", "30")
    assert done.exit_code == 0, done.output
    holder = holder_of(done.stdout.strip())
    assert (holder.user, holder.scopes) == (drafter, {Scope.READ, Scope.STATISTICS})
    assert "not shown again" in done.stderr
    assert tokens_of(drafter)[0].expires_at is not None


def test_a_calendars_token_has_no_scopes(drafter) -> None:
    done = _run("create", "drafter", "--name", "Phone", "--purpose", "calendar")
    assert holder_of(done.stdout.strip(), purpose=Purpose.CALENDAR).scopes == frozenset()


def test_tokens_are_listed_without_secrets_and_revoked_by_number(drafter) -> None:
    secret = _run("create", "drafter", "--name", "Figures", "--scope", "read").stdout.strip()
    number = tokens_of(drafter)[0].id
    listed = _run("list", "drafter").output
    assert "Figures" in listed
    assert secret[:20] not in listed
    assert "opens nothing any more" in _run("revoke", str(number)).output
    assert tokens_of(drafter)[0].standing is Standing.REVOKED
    with pytest.raises(TokenRefused):
        holder_of(secret)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("create", "nobody", "--name", "Figures", "--scope", "read"), "no user named “nobody”"),
        (("create", "drafter", "--name", "Figures"), "at least one"),
        (("create", "drafter", "--name", " ", "--scope", "read"), "Name the token"),
        (("create", "idle", "--name", "Figures", "--scope", "read"), "holds no role today"),
        (("list", "nobody"), "no user named “nobody”"),
        (("revoke", "12345"), "There is no such token"),
    ],
)
def test_what_is_refused_is_a_sentence(drafter, arguments: tuple[str, ...], words: str) -> None:
    create_user(username="idle", display_name="Idle", password="a lamp in the north window", by=None)
    done = _run(*arguments)
    assert done.exit_code == 1
    assert words in done.stderr
    assert done.stdout == ""
