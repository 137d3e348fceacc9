"""`comity upkeep`: which facts of the packs ought to be compared with their sources. From files; `--node` asks it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import question as read
from comity.cli.ending import end
from comity.kernel.country import CountryCode
from comity.upkeep.queries.staleness import country_staleness, due_facts
from comity.upkeep.rules.staleness import Staleness

if TYPE_CHECKING:
    from datetime import date

    from comity.atlas.rules.snapshot import Snapshot

upkeep = typer.Typer(no_args_is_help=True, help="Keeping the atlas true.")


@upkeep.callback()
def _group() -> None:
    """Keeps `due` a word of its own, however many commands there are."""


@upkeep.command()
def due(
    countries: Annotated[list[str] | None, typer.Argument(help="Country codes; the packs' countries if none.")] = None,
    at: Annotated[str | None, typer.Option(help="The day to look from, YYYY-MM-DD; today if not given.")] = None,
    node: Annotated[bool, typer.Option("--node", help="What this node works with, edits included.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """List facts that are due, country by country, the longest overdue first."""
    day, snapshot = read.day(at), _snapshot(node=node)
    codes = [str(read.country(code)) for code in countries or sorted(snapshot.countries)]
    if as_json:
        typer.echo(json.dumps([_plain(snapshot, code, day) for code in codes], indent=1, ensure_ascii=False))
        return
    for code in codes:
        _say(snapshot, code, day)


def _snapshot(*, node: bool) -> Snapshot:
    if not node:
        return read.snapshot()
    from comity.cli.database import database

    with database():
        from comity.atlas.queries.snapshot import node_snapshot

        return node_snapshot()


def _say(snapshot: Snapshot, code: str, day: date) -> None:
    figure = _figure(snapshot, code, day)
    checked = f"last checked {figure.checked}; " if figure.checked else ""
    typer.echo(f"{_name(snapshot, code)}: {checked}{figure.due} of {figure.facts} facts are due.")
    for fact in due_facts(snapshot, code, day):
        typer.echo(f"  {fact.place}, due since {fact.since}: {fact.source}")


def _plain(snapshot: Snapshot, code: str, day: date) -> dict[str, object]:
    figure = _figure(snapshot, code, day)
    return {
        "country": code,
        "at": day.isoformat(),
        "facts": figure.facts,
        "due": figure.due,
        "checked": figure.checked.isoformat() if figure.checked else None,
        "overdue": [
            {
                "place": fact.place,
                "source": fact.source,
                "at": fact.pinpoint,
                "checked": fact.checked.isoformat(),
                "since": fact.since.isoformat(),
            }
            for fact in due_facts(snapshot, code, day)
        ],
    }


def _figure(snapshot: Snapshot, code: str, day: date) -> Staleness:
    figure = country_staleness(snapshot, day).get(code)
    return figure or end(f"Nothing is recorded of {CountryCode(code).in_sentence} yet.")


def _name(snapshot: Snapshot, code: str) -> str:
    pack = snapshot.countries.get(code)
    return pack.country.name if pack else CountryCode(code).english_name
