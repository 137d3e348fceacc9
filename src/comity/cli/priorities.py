"""`comity stateofplay priorities`: the scores of the strategic priorities. From the packs' files; `--node` asks the
database too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end, unreadable

if TYPE_CHECKING:
    from datetime import date

    from comity.stateofplay.queries.priorities import Priorities

FORMS = ("json", "csv", "md")


def priorities(
    at: Annotated[str | None, typer.Option(help="The day it speaks of, YYYY-MM-DD; today if not given.")] = None,
    form: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMS)}.")] = "md",
    to: Annotated[Path | None, typer.Option(help="The file to write; the terminal if not given.")] = None,
    country: Annotated[list[str] | None, typer.Option(help="Only this country; can be repeated.")] = None,
    node: Annotated[bool, typer.Option("--node", help="What this node works with and has signed off.")] = False,
) -> None:
    """Write how far countries have come with the strategic priorities, indicator by indicator."""
    if form not in FORMS:
        unreadable(f"“{form}” is not a form of the priorities. Choose one of: {', '.join(FORMS)}.")
    day = read.day(at)
    codes = sorted({str(read.country(code)) for code in country}) if country else None
    made = _of_node(day, codes) if node else _of_files(day, codes)
    if made is None:
        end("No pack holds a list of priorities.")
    from comity.stateofplay.queries.priorities_file import PrioritiesForm, priorities_file

    content = priorities_file(made, PrioritiesForm(form))
    if to is None:
        sys.stdout.buffer.write(content)
        return
    try:
        to.write_bytes(content)
    except OSError as problem:
        end(f"{to} cannot be written: {problem.strerror}.")
    typer.echo(f"The priorities are in {to}.", err=True)


def _of_files(day: date, codes: list[str] | None) -> Priorities | None:
    from comity.stateofplay.queries.priorities import priorities_of

    return priorities_of(read.snapshot(), day, countries=codes)


def _of_node(day: date, codes: list[str] | None) -> Priorities | None:
    from comity.cli.database import database

    with database():
        from comity.stateofplay.queries.node_priorities import node_priorities

        return node_priorities(day, countries=codes)
