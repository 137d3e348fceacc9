"""`comity programme`: what the programme office of this node gives to others, as files."""

from __future__ import annotations

import typer

from comity.cli.programme_ics import ics

programme = typer.Typer(no_args_is_help=True, help="Projects, activities and their reports, as files.")
programme.command()(ics)


@programme.callback()
def _group() -> None:
    """Keeps each command a word of its own, however many there are."""
