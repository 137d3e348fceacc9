"""`comity matrix`: the best route from every country to every other, for one measure on one day."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from comity.atlas.rules.measure import DataType, Measure
from comity.cli import question as read
from comity.cli.plan import STYLE
from comity.kernel import clock
from comity.routes.queries.finding import finding
from comity.routes.queries.matrix import matrix_view


def matrix(
    measure: Annotated[str, typer.Option(help=f"One of: {', '.join(Measure)}.")],
    countries: Annotated[list[str] | None, typer.Argument(help="Country codes; the packs' countries if none.")] = None,
    data: Annotated[str | None, typer.Option(help=f"One of: {', '.join(DataType)}.")] = None,
    at: Annotated[str | None, typer.Option(help="The day whose law applies, YYYY-MM-DD; today if not given.")] = None,
    urgent: Annotated[bool, typer.Option("--urgent", help="Urgent in the sense of Articles 25(3) and 27(9).")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the matrix as JSON.")] = False,
) -> None:
    """Show the best route between every two countries."""
    snapshot = read.snapshot()
    codes = [read.country(code) for code in countries or sorted(snapshot.countries)]
    kind = read.choice(DataType, data) if data else None
    view = matrix_view(snapshot, codes, read.choice(Measure, measure), read.day(at), data=kind, urgent=urgent)
    if as_json:
        typer.echo(json.dumps(view.as_json(), indent=1, ensure_ascii=False))
        return
    console = Console()
    console.print(finding(view, kind, clock.today()).says)
    table = Table("from ↓ to →", *codes, title=f"{view.measure_label}, {view.day:%-d %B %Y}")
    for (code, _), row in zip(view.countries, view.rows, strict=True):
        table.add_row(code, *(f"[{STYLE[cell.status]}]{cell.status_label}[/]" for cell in row))
    console.print(table)
