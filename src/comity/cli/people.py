"""`comity user`: add users, give and take roles, end and renew sign-ins. Passwords come by prompt or file only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from comity.cli.database import database
from comity.cli.ending import end, unreadable
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role

user = typer.Typer(no_args_is_help=True, help="The people who sign in to this node, and their roles.")

Username = Annotated[str, typer.Argument(help="The name that the user signs in with.")]
PasswordFile = Annotated[
    Path | None, typer.Option(help="A file whose first line is the password; “-” reads standard input.")
]
Day = Annotated[str | None, typer.Option(help="YYYY-MM-DD; today where the user is, if not given.")]


@user.command()
def add(
    username: Username,
    name: Annotated[str, typer.Option(help="How others see the user, for example “Drafter, Georgia”.")],
    email: Annotated[str, typer.Option(help="Where reminders go.")] = "",
    zone: Annotated[str, typer.Option(help="The user's time zone.")] = "UTC",
    role: Annotated[list[Role] | None, typer.Option(help="A role to give from today on; can be repeated.")] = None,
    password_file: PasswordFile = None,
) -> None:
    """Add a user. The password is asked for, unless a file has it."""
    password = _password(password_file)
    with _refusals():
        from django.db import transaction

        from comity.people.actions.create_user import create_user
        from comity.people.actions.grant_role import grant_role

        with transaction.atomic():
            made = create_user(
                username=username, display_name=name, password=password, email=email, time_zone=zone, by=None
            )
            for given in dict.fromkeys(role or ()):
                grant_role(made, given, by=None)
    typer.echo(f"{made.display_name} signs in as “{made.username}”{_with_roles(role)}.")


@user.command()
def grant(
    username: Username,
    role: Annotated[Role, typer.Argument(help="The role to give.")],
    valid_from: Annotated[str | None, typer.Option("--from", help="First day, YYYY-MM-DD; today if not given.")] = None,
    valid_to: Annotated[str | None, typer.Option("--to", help="The day on which it no longer holds.")] = None,
) -> None:
    """Give a user a role, from a day to a day."""
    start, stop = _day(valid_from), _day(valid_to)
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.grant_role import grant_role

        found = user_named(username)
        grant_role(found, role, valid_from=start, valid_to=stop, by=None)
    typer.echo(f"{found.display_name} has the role of {role.label.lower()}. {role.sentence}")


@user.command()
def revoke(
    username: Username, role: Annotated[Role, typer.Argument(help="The role to take.")], from_day: Day = None
) -> None:
    """Take a role from a user."""
    start = _day(from_day)
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.revoke_role import revoke_role

        found = user_named(username)
        revoke_role(found, role, from_day=start, by=None)
    typer.echo(f"{found.display_name} no longer has the role of {role.label.lower()} from {start or 'today'} on.")


@user.command()
def password(username: Username, password_file: PasswordFile = None) -> None:
    """Give a user a new password. All sessions of that user end."""
    new = _password(password_file)
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.reset_password import reset_password

        found = user_named(username)
        reset_password(found, new=new, by=None)
    typer.echo(f"{found.display_name} has a new password.")


@user.command()
def deactivate(username: Username) -> None:
    """End that a user can sign in. Nothing of what the user did is lost."""
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.deactivate_user import deactivate_user

        found = user_named(username)
        deactivate_user(found, by=None)
    typer.echo(f"{found.display_name} can no longer sign in.")


@user.command()
def reactivate(username: Username) -> None:
    """Let a deactivated user sign in again."""
    with _refusals():
        from comity.people.access import user_named
        from comity.people.actions.reactivate_user import reactivate_user

        found = user_named(username)
        reactivate_user(found, by=None)
    typer.echo(f"{found.display_name} can sign in again.")


@user.command("list")
def list_users() -> None:
    """List the users with the roles that they hold today."""
    with database():
        from comity.people.queries.users import users

        found = users()
    table = Table("username", "name", "roles today", "time zone", "signs in")
    for view in found:
        roles = ", ".join(role.label for role in Role if role in view.roles) or "none"
        table.add_row(
            view.username, escape(view.display_name), roles, view.time_zone, "yes" if view.is_active else "no"
        )
    Console().print(table)


@contextmanager
def _refusals() -> Iterator[None]:
    """The database, and a sentence for whatever an action refuses."""
    with database():
        try:
            yield
        except Refused as refused:
            end(refused.sentence)


def _password(file: Path | None) -> str:
    if file is None:
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt="The same again"))
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        end(f"{file} cannot be read. Give a text file whose first line is the password.")
    return text.partition("\n")[0].rstrip("\r")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        unreadable(f"“{text}” is not a day. Write it as 2026-05-01.")


def _with_roles(roles: list[Role] | None) -> str:
    if not roles:
        return ", without a role yet"
    return f" with the role{'s' if len(roles) > 1 else ''} of {', '.join(role.label.lower() for role in roles)}"
