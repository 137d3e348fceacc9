"""`comity programme`: the programme office's commands, each in a file of its own."""

from __future__ import annotations

import typer

from comity.cli.programme_deck import deck
from comity.cli.programme_iati import iati
from comity.cli.programme_ics import ics
from comity.cli.programme_import import import_table
from comity.cli.programme_report import report
from comity.cli.programme_seed import seed

programme = typer.Typer(no_args_is_help=True, help="Projects: their deck, their reports, their data.")
programme.command()(deck)
programme.command()(iati)
programme.command()(ics)
programme.command()(report)
programme.command()(seed)
programme.command("import")(import_table)


@programme.callback()
def _group() -> None:
    """Keeps each command a word of its own, however many there are."""
