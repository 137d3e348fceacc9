"""How a command ends when it cannot go on: one sentence on the error channel, and an exit code. No traceback."""

from __future__ import annotations

from typing import NoReturn

import typer

FAILED = 1
UNREADABLE = 2


def end(sentence: str) -> NoReturn:
    """Say what is wrong, and end the command with exit code 1."""
    typer.echo(sentence, err=True)
    raise typer.Exit(FAILED) from None


def unreadable(sentence: str) -> NoReturn:
    """Say what of the command's words cannot be read, and end it with exit code 2."""
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE) from None
