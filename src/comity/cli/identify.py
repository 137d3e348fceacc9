"""`comity identify`: what identifiers a text holds, and what each lacks before a provider can act. No database."""

from __future__ import annotations

import json
import sys
from datetime import tzinfo
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from comity.cli import question as read
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import LONGEST_TEXT
from comity.kernel.identifiers.identify import identify as read_text
from comity.kernel.identifiers.missing import Severity
from comity.kernel.identifiers.reading import Reading
from comity.kernel.identifiers.times.zone import zone_named


def identify(
    text: Annotated[str, typer.Argument(help="The text; leave it out with --file.")] = "",
    file: Annotated[typer.FileText | None, typer.Option(help="Read the text from a file; - is standard input.")] = None,
    region: Annotated[str | None, typer.Option(help="Country of phone numbers without a code.")] = None,
    zone: Annotated[str | None, typer.Option(help="Zone of times that name none: UTC+4 or Asia/Tbilisi.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was read as JSON.")] = False,
) -> None:
    """Find the identifiers in a text, however messy."""
    held = file.read(LONGEST_TEXT + 1) if file else text
    try:
        found = read_text(held, region=read.country(region) if region else None, zone=_zone(zone))
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from None
    if as_json:
        typer.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
    else:
        _show(found)
    if not found.identifiers:
        typer.echo("Nothing here is recognised as an identifier. Give the line that names it.", file=sys.stderr)
        raise typer.Exit(1)


def _zone(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    try:
        return zone_named(text)
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from None


def _show(found: Reading) -> None:
    console = Console(highlight=False)
    if found.distinct:
        table = Table("type", "identifier", "country", "what is missing, and what to know", show_lines=True)
        for one in found.distinct:
            table.add_row(one.type.label, str(one), _country(one), "\n".join(_remarks(one)))
        console.print(table)
    for strange in found.unread:
        console.print(f"[yellow]not read[/] “{strange.written}”: {strange.sentence}")
    if found.left_out:
        console.print(f"{found.left_out} more were left out: give fewer lines at a time.")


def _country(one: Identifier) -> str:
    return one.country.english_name if one.country else ""


def _remarks(one: Identifier) -> list[str]:
    needed = [f"[red]needed[/] {gap.sentence}" for gap in one.missing if gap.severity is Severity.NEEDED]
    useful = [f"[dim]useful[/] {gap.sentence}" for gap in one.missing if gap.severity is Severity.USEFUL]
    return [*needed, *useful, *one.notes]
