"""`comity trust`: whom this node trusts to vouch for signers and for time. Adding asks for digits read out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from comity.cli import question as read
from comity.cli.database import database
from comity.cli.ending import end, unreadable
from comity.documents.rules.anchor import Purpose, TrustProblem

LARGEST = 64 * 1024

trust = typer.Typer(no_args_is_help=True, help="Whom this node trusts to vouch for signers and for time.")


@trust.command("list")
def list_trusted(
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the certificates that this node trusts, and those that it trusted."""
    with _refusals():
        from comity.documents.queries.trusted import trusted

        found = trusted()
    if as_json:
        typer.echo(json.dumps([asdict(entry) for entry in found], indent=1, ensure_ascii=False, default=str))
        return
    for entry in found:
        country = f", {entry.country}" if entry.country else ""
        purposes = " and ".join(purpose.label.lower() for purpose in entry.purposes)
        typer.echo(f"{entry.name}{country}: {entry.standing.label}, for {purposes}.")
        typer.echo(f"  {entry.since_until} Stands in {entry.place}.")
        typer.echo(f"  SHA-256 {entry.fingerprint}")
        typer.echo(f"  {entry.why}")
    if not found:
        typer.echo("This node trusts nobody: it has no key yet, and nothing is on its list.")


@trust.command()
def add(
    certificate: Annotated[Path, typer.Argument(help="The authority's certificate, in PEM or DER.")],
    name: Annotated[str, typer.Option(help="Whose it is, as your office calls them.")],
    source: Annotated[str, typer.Option(help="Who compared the fingerprint with whom, and how.")],
    purposes: Annotated[
        list[Purpose] | None, typer.Option("--for", help="What it may vouch for; signers, if not given.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="The country it belongs to, for example GE.")] = None,
    start: Annotated[str | None, typer.Option("--from", help="The first day, YYYY-MM-DD; any if not given.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day; left out: until further notice.")] = None,
    digits: Annotated[
        str | None, typer.Option("--sha256", help="The digits that its owner read out; asked for if not given.")
    ] = None,
) -> None:
    """Trust a certificate: show its fingerprint, and take the digits that its owner read out before it counts."""
    content = _content(certificate)
    code = read.country(country) if country else None
    first, last = (read.day(text) if text else None for text in (start, until))
    with _refusals():
        from comity.documents.actions.trust_certificate import trust_certificate
        from comity.documents.queries.trusted import candidate

        shown = candidate(content)
        typer.echo(f"Issued to {shown.issued_to}\nIssued by {shown.issued_by}")
        typer.echo(f"In force from {shown.begins:%Y-%m-%d} to {shown.ends:%Y-%m-%d}\nSHA-256   {shown.fingerprint}")
        if digits is None:
            typer.echo("Call its owner, at a number that did not come with the file, and have the digits read out.")
            digits = typer.prompt("The digits that you were told, at least 16")
        added = trust_certificate(
            content,
            name=name,
            purposes=purposes or [Purpose.SIGNERS],
            country=code,
            source=source,
            compared=digits,
            valid_from=first,
            valid_to=last,
            by=None,
        )
    typer.echo(
        f"This node trusts {added.name} for {' and '.join(purpose.label.lower() for purpose in added.purposes)}."
    )


@trust.command()
def remove(
    fingerprint: Annotated[str, typer.Argument(help="At least the first 8 digits of the certificate's SHA-256.")],
    reason: Annotated[str, typer.Option(help="Why it is not trusted any more.")],
) -> None:
    """Trust a certificate no more, whatever it vouched for before. It stays on the list, with the reason."""
    with _refusals():
        from comity.documents.actions.withdraw_trust import withdraw_trust

        gone = withdraw_trust(fingerprint, reason=reason, by=None)
    typer.echo(f"This node no longer trusts {gone.name}. What it vouched for counts as signed by somebody unknown.")


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as problem:
        unreadable(f"{file} cannot be read: {problem.strerror}.")
    if len(content) > LARGEST:
        unreadable(f"{file} is larger than {LARGEST // 1024} kB: a certificate is not.")
    return content


@contextmanager
def _refusals() -> Iterator[None]:
    """The database, and a sentence for whatever is refused."""
    with database():
        try:
            yield
        except TrustProblem as refused:
            end(str(refused))
