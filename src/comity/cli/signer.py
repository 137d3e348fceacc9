"""`comity signer`: where officers' own signing keys are. A key stays with its holder; no secret is ever printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from comity.cli.database import database
from comity.cli.ending import end

signer = typer.Typer(no_args_is_help=True, help="Officers' own signing keys: register, issue, list and end them.")

Username = Annotated[str, typer.Argument(help="The name that the officer signs in with.")]
_CHAIN = "A PEM file with the officer's certificate, then those that lead from it to their authority."


@signer.command()
def add(
    username: Username,
    key: Annotated[Path, typer.Option(help="The private key, PEM or PKCS #12, readable by the node's user alone.")],
    password_file: Annotated[Path | None, typer.Option(help="A file that holds the key's password.")] = None,
    certificate: Annotated[Path | None, typer.Option(help=_CHAIN)] = None,
) -> None:
    """Register a key file. It stays where it is; the node reads it when the officer signs."""
    with _refusals():
        from comity.documents.actions.register_signing_key import register_key_file
        from comity.people.access import user_named

        found = user_named(username)
        name = register_key_file(found, key=key, password_file=password_file, certificate=certificate)
    typer.echo(f"{found.display_name} signs as “{name}” from now on.")


@signer.command()
def token(
    username: Username,
    module: Annotated[Path, typer.Option(help="The maker's PKCS #11 module, a shared library.")],
    token: Annotated[str, typer.Option(help="The token's label.")],
    label: Annotated[str, typer.Option(help="The key's label in the token.")],
    pin_file: Annotated[Path, typer.Option(help="A file that holds the PIN, readable by the node's user alone.")],
    certificate: Annotated[Path, typer.Option(help=_CHAIN)],
) -> None:
    """Register a key in a token (PKCS #11). It never leaves the token."""
    with _refusals():
        from comity.documents.actions.register_signing_key import register_token
        from comity.people.access import user_named

        found = user_named(username)
        name = register_token(
            found, module=module, token=token, label=label, pin_file=pin_file, certificate=certificate
        )
    typer.echo(f"{found.display_name} signs as “{name}” from now on, by the token “{token}”.")


@signer.command()
def issue(username: Username) -> None:
    """Make a key for an officer, with a certificate by this node's test authority: to try things out."""
    with _refusals():
        from comity.documents.actions.register_signing_key import issue_signing_key
        from comity.people.access import user_named

        found = user_named(username)
        name = issue_signing_key(found)
    typer.echo(f"{found.display_name} signs as “{name}” from now on. A test authority vouches for it, and nobody else.")


@signer.command(name="list")
def list_() -> None:
    """Show whose keys are registered, and which have ended."""
    with database():
        from comity.documents.queries.signing_keys import signing_keys

        found = signing_keys()
    table = Table("user", "signs as", "key", "certificate (SHA-256)", "registered", "ended", box=None)
    for one in found:
        ended = f"{one.ended_at:%Y-%m-%d}: {one.end_reason}" if one.ended_at else ""
        row = (one.username, one.signer, one.source.value, one.fingerprint, f"{one.registered_at:%Y-%m-%d}", ended)
        table.add_row(*map(escape, row))
    Console(highlight=False).print(table if found else "No officer has a key of their own registered here.")


@signer.command(name="end")
def end_(
    username: Username, reason: Annotated[str, typer.Option(help="Why, for example “The card was lost”.")]
) -> None:
    """End an officer's key. What was signed with it stays signed."""
    with _refusals():
        from comity.documents.actions.end_signing_key import end_signing_key
        from comity.people.access import user_named

        found = user_named(username)
        ours = end_signing_key(found, reason=reason)
    tail = "This node's lists say so." if ours else "Tell the authority that issued its certificate."
    typer.echo(f"The key of {found.display_name} signs no more. {tail}")


@contextmanager
def _refusals() -> Iterator[None]:
    """What the domain refuses is said, and the exit code is 1."""
    from comity.documents.adapters.trust.trusted import TrustProblem
    from comity.documents.rules.signature import NotSigned
    from comity.people.rules.refusal import Refused

    with database():
        try:
            yield
        except (Refused, NotSigned, TrustProblem) as problem:
            end(getattr(problem, "sentence", str(problem)))
