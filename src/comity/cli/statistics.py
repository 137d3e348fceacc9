"""`comity statistics`: the figures of a period on the terminal or as a file, and counting everything anew."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from comity.cli.database import database
from comity.cli.ending import unreadable
from comity.cli.question import country as country_named

if TYPE_CHECKING:
    from comity.casework.rules.statistics.figures import Asked, Figures

statistics = typer.Typer(no_args_is_help=True, help="What happened to requests, in figures, from the ledger.")

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\Z")


class Form(StrEnum):
    """How figures are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Way(StrEnum):
    """Which way requests go."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


@statistics.command()
def show(
    since: Annotated[str, typer.Option("--from", help="First month, YYYY-MM; eleven months ago if not given.")] = "",
    until: Annotated[str, typer.Option("--to", help="Last month, YYYY-MM; this month if not given.")] = "",
    country: Annotated[str, typer.Option(help="Only with this country.")] = "",
    direction: Annotated[Way | None, typer.Option(help="Only requests that go this way.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print them.")] = Form.TABLE,
) -> None:
    """Print the figures of a period. What is recorded and not counted yet is counted first."""
    with database():
        from comity.casework.actions.advance_tally import advance_tally
        from comity.casework.queries.statistics import DIRECTIONS, last_year, this_month
        from comity.casework.queries.statistics import statistics as figures
        from comity.casework.rules.statistics.figures import Asked

        usual = last_year(this_month())
        asked = Asked(
            _month(since) if since else usual.since,
            _month(until) if until else usual.until,
            str(country_named(country)) if country else "",
            DIRECTIONS[direction.value] if direction else None,
        )
        if asked.until < asked.since:
            unreadable(f"The period ends before it begins: give --to {asked.since:%Y-%m} or later.")
        while (done := advance_tally()).behind and not done.busy:
            pass
        found = figures(asked, by=None)
    _PRINT[form](found)


@statistics.command()
def recount() -> None:
    """Count the whole ledger anew: after a restore, or after an update that counts something new."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with database(), Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        from comity.casework.actions.recount_statistics import recount_statistics

        task = bar.add_task("Counting")
        last = recount_statistics(lambda done: bar.update(task, description=f"Counting: {done:,} requests"))
    typer.echo(f"Counted up to entry {last} of the ledger.")


def _month(text: str) -> date:
    found = _MONTH.match(text.strip())
    if not found or int(found[1]) < 1:
        unreadable(f"“{text}” is not a month. Write year and month with a dash, for example 2026-11.")
    return date(int(found[1]), int(found[2]), 1)


def _as_table(found: Figures) -> None:
    from comity.casework.rules.statistics.export import MINUTES, rows

    table = Table("what", "of", "direction", title=_title(found.asked))
    table.add_column("", justify="right")
    for row in rows(found):
        if row.value or row.figure == "requests":
            table.add_row(row.figure, escape(row.label), row.direction, _value(row.value, row.unit == MINUTES))
    Console().print(table)
    typer.echo(f"Counted up to entry {found.standing.counted} of the ledger, {found.standing.behind} behind.")


def _title(asked: Asked) -> str:
    return f"{asked.since:%B %Y} to {asked.until:%B %Y}{f', {asked.country}' if asked.country else ''}"


def _value(value: int, is_time: bool) -> str:
    from comity.casework.rules.statistics.duration import in_words

    return in_words(value) if is_time else f"{value:,}"


def _as_csv(found: Figures) -> None:
    from comity.casework.rules.statistics.export import csv_text

    sys.stdout.write(csv_text(found))


def _as_json(found: Figures) -> None:
    from comity.casework.rules.statistics.export import as_json

    typer.echo(json.dumps(as_json(found), indent=1, ensure_ascii=False))


_PRINT = {Form.TABLE: _as_table, Form.CSV: _as_csv, Form.JSON: _as_json}
