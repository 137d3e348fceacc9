"""`comity stateofplay`: the State of Play overview as a file. From the packs' files; `--node` asks the database too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end, unreadable
from comity.cli.overview_options import At, Countries, Node, To, codes_of, write
from comity.cli.priorities import priorities
from comity.cli.reforms import rank, simulate
from comity.cli.report import report

if TYPE_CHECKING:
    from datetime import date

    from comity.stateofplay.rules.matrix import Matrix

stateofplay = typer.Typer(no_args_is_help=True, help="Where countries stand: assessments, priorities, reforms.")
stateofplay.command()(simulate)
stateofplay.command()(rank)
FORMS = ("json", "csv", "md", "docx", "pdf", "pptx")
stateofplay.command()(priorities)
stateofplay.command()(report)


@stateofplay.callback()
def _group() -> None:
    """Keeps `matrix` a word of its own, however many commands there are."""


@stateofplay.command()
def matrix(
    at: At = None,
    form: Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMS)}.")] = "md",
    to: To = None,
    country: Countries = None,
    node: Node = False,
) -> None:
    """Write the State of Play overview: topics by country, in the observers' own words."""
    if form not in FORMS:
        unreadable(f"“{form}” is not a form of the overview. Choose one of: {', '.join(FORMS)}.")
    day = read.day(at)
    codes = codes_of(country)
    made = _of_node(day, codes) if node else _of_files(day, codes)
    _write(made, form, to)


def _of_files(day: date, codes: list[str] | None) -> Matrix:
    from comity.stateofplay.queries.matrix import matrix_of

    return matrix_of(read.snapshot(), day, countries=codes)


def _of_node(day: date, codes: list[str] | None) -> Matrix:
    from comity.cli.database import database

    with database():
        from comity.stateofplay.queries.node_matrix import node_matrix

        return node_matrix(day, countries=codes)


def _write(made: Matrix, form: str, to: Path | None) -> None:
    from comity.stateofplay.queries.matrix_file import MatrixForm, matrix_file

    wanted = MatrixForm(form)
    if to is None and not wanted.is_text and sys.stdout.isatty():
        unreadable(f"A file of the form {form} is nothing for a terminal. Say where it goes: --to overview.{form}")
    try:
        content = matrix_file(made, wanted).content
    except (ValueError, RuntimeError) as problem:
        end(str(problem))
    write(content, to, "overview is")
