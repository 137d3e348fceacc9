"""`comity programme iati`: every project and activity as IATI 2.03. Asks the node's database; checks what it writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.ending import end

UNREGISTERED = "UNREGISTERED"


def iati(
    to: Annotated[Path, typer.Option(help="The file to write.")],
    reporting_org: Annotated[str, typer.Option(help="Your identifier as IATI registered it.")] = UNREGISTERED,
    reporting_name: Annotated[str, typer.Option(help="Your organisation's name.")] = "Council of Europe",
    site: Annotated[str, typer.Option(help="Where this node is read, for links to reports: https://…")] = "",
    schema: Annotated[
        Path | None, typer.Option(help="A folder with the official schema, to check every activity against it.")
    ] = None,
) -> None:
    """Write projects and activities with results, budgets and transactions as IATI activities."""
    from comity.cli.database import database

    part = to.with_name(f"{to.name}.part")
    with database():
        from comity.programme.queries.iati.file import write_iati
        from comity.programme.rules.iati.activity import Reporter

        try:
            with part.open("wb") as file:
                count = write_iati(file, Reporter(reporting_org, reporting_name), site=site, schema=schema)
            part.replace(to)
        except OSError as problem:
            end(f"{to} cannot be written: {problem.strerror}.")
        except ValueError as problem:
            end(str(problem))
        finally:
            part.unlink(missing_ok=True)
    against = f"the schema in {schema}" if schema else "IATI's order and mandatory elements"
    typer.echo(f"{count:,} activities are in {to}, each checked against {against}.", err=True)
    if reporting_org == UNREGISTERED:
        typer.echo("Before you publish it, give your registered identifier: --reporting-org.", err=True)
