"""`comity document`: who signed a PDF, and is it whole. Needs no database, and opens no connection."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from comity.documents.rules.judgement import LARGEST_FILE
from comity.documents.rules.signature_view import Signature
from comity.documents.rules.verification import Verdict, Verification
from comity.kernel.answer import Answer

NOT_THERE = 2

document = typer.Typer(no_args_is_help=True, help="Letters: check who signed one, and that it is whole.")


@document.callback()
def _group() -> None:
    """A group of commands also while it has only one."""


@document.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The PDF, as it was received; “-” reads it from standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole finding as JSON.")] = False,
) -> None:
    """Check a PDF. Exit code 0: whole and signed by a known signer; 1: anything else; 2: there is no such file."""
    from comity.documents.queries.verification import verify as check

    found = check(_content(file))
    if as_json:
        typer.echo(json.dumps(asdict(found), indent=1, ensure_ascii=False, default=_text))
    else:
        _show(found)
    raise typer.Exit(0 if found.verdict is Verdict.WHOLE and found.trusted else 1)


def _content(file: Path) -> bytes:
    """At most one byte more than is checked: enough to say that the file is too large."""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(LARGEST_FILE + 1)
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as problem:
        typer.echo(f"{file} cannot be read: {problem.strerror}.", err=True)
        raise typer.Exit(NOT_THERE) from None


def _show(found: Verification) -> None:
    console = Console(highlight=False)
    colour = "green" if found.verdict is Verdict.WHOLE else "red"
    console.print(f"[bold {colour}]{found.verdict.label}.[/]")
    for reason in found.reasons:
        console.print(escape(reason))
    for caution in found.cautions:
        console.print(f"[yellow]Mind:[/] {escape(caution)}")
    for signature in found.signed:
        console.print(f"\n[bold]{_heading(signature, found.signatures)}[/]")
        console.print(_facts(signature))
        console.print(_checks(found, signature.number))
    if found.checks:
        console.print("\n[bold]The file[/]")
        console.print(_checks(found, 0))
    for file in found.files:
        console.print(f"Inside: {escape(file.name or 'a file without a name')}, {file.words}.")


def _heading(signature: Signature, signatures: int) -> str:
    single = "Signed by" if signature.trusted else "A signature in the name of"
    number = f"Signature {signature.number} of {signatures}:" if signatures > 1 else single
    return f"{number} {escape(signature.signer)}"


def _facts(signature: Signature) -> Table:
    table = Table(show_header=False, box=None)
    table.add_column()
    table.add_column(overflow="fold")
    rows = [
        ("Organisation", f"{signature.organisation}, {signature.country}".strip(", ") or "not stated"),
        *((fact.label, fact.sentence) for fact in signature.facts),
        ("Certificate issued by", signature.issuer),
        ("Certificate (SHA-256)", signature.fingerprint),
    ]
    for name, value in rows:
        table.add_row(name, escape(value))
    return table


def _checks(found: Verification, number: int) -> Table:
    table = Table(show_header=False, box=None)
    for item in found.about(number):
        table.add_row(_SIGNS[item.answer], item.name, escape(item.sentence))
    return table


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


_SIGNS = {Answer.YES: "[green]✓[/]", Answer.NO: "[red]✗[/]", Answer.UNKNOWN: "[yellow]?[/]"}
