"""What the commands that write of countries on a day share: their options, and the file that they write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end

At = Annotated[str | None, typer.Option(help="The day it speaks of, YYYY-MM-DD; today if not given.")]
To = Annotated[Path | None, typer.Option(help="The file to write; the terminal if not given.")]
Countries = Annotated[list[str] | None, typer.Option("--country", help="Only this country; can be repeated.")]
Node = Annotated[bool, typer.Option("--node", help="What this node works with and has signed off.")]


def codes_of(countries: list[str] | None) -> list[str] | None:
    """Each once, in order; None for all. Ends the command for what is no country."""
    return sorted({str(read.country(code)) for code in countries}) if countries else None


def write(content: bytes, to: Path | None, what: str) -> None:
    """To the file, or to the terminal where none is named. `what`, with its verb, says what is there: “overview is”.

    Ends the command where the file cannot be written.
    """
    if to is None:
        sys.stdout.buffer.write(content)
        return
    try:
        to.write_bytes(content)
    except OSError as problem:
        end(f"{to} cannot be written: {problem.strerror}.")
    typer.echo(f"The {what} in {to}.", err=True)
