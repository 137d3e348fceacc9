"""`comity api`: the schema of the API, written to the repository or compared with what is there.

Not in the cli, which is the API's neighbour and does not know it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.config.env import ROOT

api = typer.Typer(no_args_is_help=True, help="The door for programs.")

PINNED = ROOT / "docs" / "reference" / "openapi.json"


@api.callback()
def _api() -> None:
    """The door for programs."""


@api.command()
def schema(
    to: Annotated[Path, typer.Option(help="The file that holds the schema.")] = PINNED,
    check: Annotated[bool, typer.Option("--check/--write", help="Compare only, or write the file anew.")] = True,
) -> None:
    """Compare the API's schema (OpenAPI 3.1) with the file that pins it. Ends with 1 where they differ."""
    import django

    django.setup()
    from comity.api.published import schema_text

    if not check:
        to.write_text(schema_text(), "utf-8")
        typer.echo(f"The schema is written to {to.name}.")
        return
    if not to.exists() or to.read_text("utf-8") != schema_text():
        typer.echo(f"{to.name} is out of step. Run “comity api schema --write”, and look at what changed.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{to.name} is in step.")
