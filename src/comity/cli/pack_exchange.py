"""`comity pack export`, `import`, `trust`, `distrust`, `keys`: packs that countries sign, handed on as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.database import database
from comity.cli.ending import end, unreadable

if TYPE_CHECKING:
    from datetime import date

Country = Annotated[str, typer.Option(help="The country it speaks for, for example GE.")]
Reason = Annotated[str, typer.Option(help="Who compared it with whom, and how; or why it is withdrawn.")]
UNSAID = "Recorded at the node's console without a reason."


def exchange(pack: typer.Typer) -> None:
    """Give the commands of this file to `comity pack`."""
    pack.command("export")(export_signed)
    pack.command("import")(import_signed)
    for command in (trust, distrust, keys):
        pack.command()(command)


def export_signed(
    country: Annotated[str, typer.Argument(help="Whose pack, for example GE.")],
    sign: Annotated[bool, typer.Option("--sign", help="Signed; refused where nobody here may sign it.")] = False,
    key: Annotated[
        Path | None, typer.Option(help="A PEM file with key and certificate, in place of the node's.")
    ] = None,
    to: Annotated[Path | None, typer.Option(help="The file to write; standard output if not given.")] = None,
) -> None:
    """Write a country's pack as a file for other nodes. One that the country signed is handed on as it came."""
    code = read.country(country)
    if key and not sign:
        unreadable("--key says what to sign with: add --sign.")
    with _refusals():
        from comity.upkeep.actions.export_pack import export_pack

        made = export_pack(code, sign=sign, key_file=key, by=None)
    if to is None:
        if sys.stdout.isatty():
            unreadable(f"The file is nothing for a terminal. Say where it goes: --to {made.name}")
        sys.stdout.buffer.write(made.file)
    else:
        try:
            to.write_bytes(made.file)
        except OSError as problem:
            end(f"{to} cannot be written: {problem.strerror}.")
    typer.echo(made.sentence, err=True)


def import_signed(
    file: Annotated[Path, typer.Argument(help="The file as it came; “-” reads it from standard input.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check everything and say what would be; save nothing.")
    ] = False,
) -> None:
    """Take in a pack that a country signed. What was edited here is never replaced: then it becomes an offer."""
    from comity.upkeep.rules.signed_pack import LARGEST_FILE

    content = _content(file, LARGEST_FILE)
    with _refusals():
        from comity.upkeep.actions.import_pack import import_pack

        found = import_pack(content, only_check=dry_run, by=None)
    signed = f" on {found.signed_at:%Y-%m-%d %H:%M} UTC" if found.signed_at else ""
    typer.echo(f"Signed by {found.signer.name}{signed}. SHA-256 of the certificate: {found.signer.fingerprint}")
    typer.echo(found.sentence)


def trust(
    certificate: Annotated[Path, typer.Argument(help="The certificate of the country's node, in PEM or DER.")],
    country: Country,
    reason: Reason = UNSAID,
    start: Annotated[str | None, typer.Option("--from", help="The first day, YYYY-MM-DD; today if not given.")] = None,
    until: Annotated[str | None, typer.Option(help="The first day it may not; left out: until further notice.")] = None,
) -> None:
    """Say that a certificate may speak for a country: packs it signs are that country's word."""
    code, first, last = read.country(country), _day(start), _day(until)
    content = _content(certificate, 64 * 1024)
    with _refusals():
        from comity.upkeep.actions.trust_key import trust_key

        signer = trust_key(content, code, reason, valid_from=first, valid_to=last, by=None)
    typer.echo(f"{signer.name} may speak for {code.in_sentence}. SHA-256 of the certificate: {signer.fingerprint}")
    if signer.country and signer.country != code:
        typer.echo(f"Mind: the certificate itself says {signer.country}.", err=True)


def distrust(
    fingerprint: Annotated[str, typer.Argument(help="At least the first 8 digits of the certificate's SHA-256.")],
    country: Country,
    reason: Reason = UNSAID,
) -> None:
    """Withdraw a certificate's right to speak for a country. What came by it stays, for editors to look at."""
    code = read.country(country)
    with _refusals():
        from comity.upkeep.actions.distrust_key import distrust_key

        in_use = distrust_key(fingerprint, code, reason, by=None)
    typer.echo(f"The certificate may no longer speak for {code.in_sentence}.")
    if in_use:
        typer.echo(f"What this node says of {code.in_sentence} came by it: have an editor look at it.")


def keys() -> None:
    """List the certificates that may speak for countries, and this node's own."""
    with _refusals():
        from comity.documents.queries.certificate import own_certificate
        from comity.upkeep.queries.pack_keys import pack_keys

        found, own = pack_keys(), own_certificate()
    for view in found:
        until = view.valid_to or "further notice"
        typer.echo(f"{view.country_name}: {view.name} {view.standing}, from {view.valid_from} until {until}.")
        typer.echo(f"  SHA-256 {view.fingerprint}")
        typer.echo(f"  {view.distrusted_because or view.reason}")
    typer.echo(f"This node signs as {own.subject}. SHA-256 of its certificate: {own.fingerprint}")


def _content(file: Path, limit: int) -> bytes:
    """At most one byte more than is taken: enough to say that the file is too large."""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(limit + 1)
        with file.open("rb") as opened:
            return opened.read(limit + 1)
    except OSError as problem:
        unreadable(f"{file} cannot be read: {problem.strerror}.")


def _day(text: str | None) -> date | None:
    return read.day(text) if text else None


@contextmanager
def _refusals() -> Iterator[None]:
    """The database, and a sentence for whatever an action refuses."""
    with database():
        from comity.documents.adapters.keys.node_key import NodeKeyProblem
        from comity.upkeep.rules.refused_pack import PackRefused

        try:
            yield
        except (PackRefused, NodeKeyProblem) as refused:
            end(str(refused))
