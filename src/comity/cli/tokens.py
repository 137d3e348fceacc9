"""`comity user token`: tokens for programs, made and revoked at the node's console. Only the secret goes to standard
output, so that it can be piped to where it is needed without being seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from comity.cli.database import database
from comity.cli.ending import end
from comity.kernel import clock
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose

token = typer.Typer(no_args_is_help=True, help="Tokens by which programs and calendars act for a user.")

Username = Annotated[str, typer.Argument(help="The user whose tokens these are.")]


@token.command()
def create(
    username: Username,
    name: Annotated[str, typer.Option(help="What will use it, for example “Case system”.")],
    scope: Annotated[list[Scope] | None, typer.Option(help="What a program may do; can be repeated.")] = None,
    purpose: Annotated[Purpose, typer.Option(help="A program's token, or a calendar's.")] = Purpose.API,
    days: Annotated[int | None, typer.Option(min=1, max=3650, help="Until it expires; never, if not given.")] = None,
) -> None:
    """Make a token and print its secret, this once."""
    expires_at = clock.now() + timedelta(days=days) if days else None
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.create_token import create_token

        found = user_named(username)
        secret = create_token(found, name=name, purpose=purpose, scopes=scope or (), expires_at=expires_at, by=None)
    typer.echo(secret)
    typer.echo(
        f"This acts for {found.display_name}. It is not shown again: keep it where only “{name}” reads.", err=True
    )


@token.command("list")
def list_tokens(username: Username) -> None:
    """List a user's tokens with their numbers, never their secrets."""
    with _refusals():
        from comity.people.access import user_named
        from comity.people.queries.tokens import tokens_of

        found = tokens_of(user_named(username))
    table = Table("number", "name", "for", "scopes", "created (UTC)", "last used", "expires", "state")
    for view in found:
        table.add_row(
            str(view.id),
            escape(view.name),
            view.purpose,
            ", ".join(view.scopes) or "none",
            _at(view.created_at),
            _at(view.last_used_at),
            _at(view.expires_at),
            view.standing,
        )
    Console().print(table)


@token.command()
def revoke(number: Annotated[int, typer.Argument(help="The token's number, from the list.")]) -> None:
    """End a token at once and for good."""
    with _refusals():
        from comity.people.actions.revoke_token import revoke_token

        revoke_token(number, by=None)
    typer.echo(f"Token {number} opens nothing any more.")


@contextmanager
def _refusals() -> Iterator[None]:
    """The database, and a sentence for whatever an action refuses."""
    with database():
        try:
            yield
        except Refused as refused:
            end(refused.sentence)
        except NotEntitled as refused:
            end(str(refused))


def _at(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "never"
