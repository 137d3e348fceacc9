"""`comity pack`: check, list and explain packs, and write the JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from comity.atlas.queries.folder import folder_packs
from comity.atlas.rules.packs.kinds import KINDS
from comity.packkit.explain import explain as explain_fact
from comity.packkit.fingerprint import fingerprint
from comity.packkit.pack import Pack
from comity.packkit.problem import PackProblems
from comity.packkit.schema import schemas

pack = typer.Typer(no_args_is_help=True, help="The packs that hold law and method.")

Folder = Annotated[Path | None, typer.Option(help="The folder that holds the packs; the node's own if not given.")]


@pack.command()
def check(folder: Folder = None) -> None:
    """Validate every pack, alone and together. Names file, line and fact of each problem."""
    packs = _packs(folder)
    whole = fingerprint((item.name, item.digest) for item in packs)
    typer.echo(f"{len(packs)} packs are sound. Fingerprint {whole.short}.")


@pack.command("list")
def list_packs(folder: Folder = None) -> None:
    """List the packs with their digests."""
    table = Table("pack", "kind", "title", "version", "digest")
    for item in _packs(folder):
        table.add_row(item.name, item.kind, item.title, str(item.version), item.digest.short)
    Console().print(table)


@pack.command()
def explain(
    path: Annotated[str, typer.Argument(help="For example countries/ge/powers.16.0")], folder: Folder = None
) -> None:
    """Say what a fact says, and in which file and line."""
    try:
        found = explain_fact(_packs(folder), path)
    except LookupError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    Console().print(f"{found.file}:{found.line}")
    Console().print(found.value)


@pack.command()
def schema(
    to: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("packs/schema"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail where a file is out of step.")] = False,
) -> None:
    """Write the JSON Schema of each file of each kind of pack."""
    texts = dict(schemas(KINDS))
    if not check:
        to.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (to / name).write_text(text, "utf-8")
        typer.echo(f"{len(texts)} schemas written to {to}.")
        return
    stale = [name for name, text in texts.items() if not (to / name).exists() or (to / name).read_text("utf-8") != text]
    if stale:
        typer.echo(f"Out of step: {', '.join(stale)}. Run “comity pack schema”.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{len(texts)} schemas are in step.")


def _packs(folder: Path | None) -> list[Pack]:
    from django.conf import settings

    try:
        return folder_packs(folder or settings.ENV.packs)
    except PackProblems as problems:
        typer.echo(str(problems), err=True)
        raise typer.Exit(1) from None
