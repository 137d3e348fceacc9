"""`comity identify`: what a text names, and what a provider would still need. Asks no network and keeps nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.cli import question
from comity.cli.ending import unreadable
from comity.kernel.identifiers.identifier import Identifier
from comity.kernel.identifiers.identify import LONGEST_TEXT
from comity.kernel.identifiers.identify import identify as read_text
from comity.kernel.identifiers.missing import Severity
from comity.kernel.identifiers.reading import Reading
from comity.kernel.identifiers.times.zone import zone_named

_MOST_BYTES = 4
"""Of one character in UTF-8: more than the longest text is not even read into memory."""

NOTHING = (
    "Nothing in this text is recognised as an identifier. Paste the line of the log, the header of the mail or the "
    "address itself; put the service before a name (“Telegram @name”), and + and the country's code before a "
    "telephone number, or give --region."
)


def identify(
    text: Annotated[str | None, typer.Argument(help="The text, in quotation marks.")] = None,
    file: Annotated[str | None, typer.Option(help="Read the text from this file; - is standard input.")] = None,
    region: Annotated[str | None, typer.Option(help="Country of national telephone numbers, for example GE.")] = None,
    zone: Annotated[str | None, typer.Option(help="Zone of times that have none: Asia/Tbilisi, UTC+4.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything that was read as JSON.")] = False,
) -> None:
    """Read the identifiers in a text and say what each lacks. Ends with 1 where nothing is recognised."""
    source = _source(text, file)
    try:
        reading = read_text(
            source, region=question.country(region) if region else None, zone=zone_named(zone) if zone else None
        )
    except ValueError as problem:
        unreadable(str(problem))
    if as_json:
        typer.echo(json.dumps(reading.as_json(), indent=1, ensure_ascii=False))
    else:
        _show(reading)
    if not reading.identifiers:
        typer.echo(NOTHING, err=True)
        raise typer.Exit(1)


def _source(text: str | None, file: str | None) -> str:
    """The text itself, or the file's; never both."""
    if (text is None) == (file is None):
        unreadable("Give the text, or a file with --file; not both, and not neither.")
    if text is not None:
        return text
    try:
        with sys.stdin.buffer if file == "-" else Path(str(file)).open("rb") as stream:
            data = stream.read(LONGEST_TEXT * _MOST_BYTES + 1)
    except OSError as problem:
        unreadable(f"The file “{file}” cannot be read: {problem.strerror}.")
    # A log may hold any bytes; what is not UTF-8 is shown as � and can be part of no identifier.
    return data.decode("utf-8", errors="replace")


def _show(reading: Reading) -> None:
    console = Console(highlight=False)
    if reading.identifiers:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
        for heading in ("Type", "Value", "What is missing, and what to know"):
            table.add_column(heading, overflow="fold")
        for one in reading.distinct:
            table.add_row(one.type.label, _value(one), _remarks(one))
        console.print(table)
    for odd in reading.unread:
        console.print(Text.assemble(("not read  ", "yellow"), odd.sentence))
    if reading.left_out:
        console.print(f"{reading.left_out:,} more were left out. Paste the lines that matter.", style="yellow")


def _value(one: Identifier) -> Text:
    value = Text(str(one), style="bold")
    if one.time and one.time.zone not in ("", "UTC") and one.time.wall:
        value.append(f"\n{one.time.wall:%Y-%m-%d %H:%M:%S} {one.time.zone}", style="not bold dim")
    return value


def _remarks(one: Identifier) -> Text:
    remarks = Text()
    for gap in one.missing:
        needed = gap.severity is Severity.NEEDED
        remarks.append("needed  " if needed else "useful  ", style="bold red" if needed else "yellow")
        remarks.append(f"{gap.sentence}\n")
    if one.country:
        remarks.append(f"{one.country.english_name}. {one.country_meaning}\n", style="dim")
    for note in one.notes:
        remarks.append(f"{note}\n", style="dim")
    remarks.rstrip()
    return remarks if remarks.plain else Text("nothing", style="green")
