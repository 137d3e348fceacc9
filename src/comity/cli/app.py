"""The command line's table of contents. Each command registers itself from a file of its own."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, help="Comity, the open case desk.")
