"""`comity ledger`: is it whole, what does it say, and which deliveries are not done."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from comity.cli.database import database
from comity.cli.ending import end, unreadable
from comity.kernel.digest import Digest

ledger = typer.Typer(no_args_is_help=True, help="The append-only record of what happened on this node.")


@ledger.command()
def verify(
    known: Annotated[str, typer.Option(help="The digest of an entry noted earlier: it must still be there.")] = "",
) -> None:
    """Hash every entry anew and check that each follows the one before. Exit code 1 where one does not."""
    head = _digest(known) if known else None
    with database():
        from comity.ledger.queries.chain import verify_chain

        report = verify_chain(head)
    count = f"{report.entries} {'entry' if report.entries == 1 else 'entries'}"
    if not report.whole:
        end(f"Broken after {count}: {report.problem}")
    typer.echo(f"Whole: {count}, head {report.head or 'none'}.")


@ledger.command()
def show(
    subjects: Annotated[list[str] | None, typer.Argument(help="For example user:7; all subjects if none.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many entries at most.")] = 25,
) -> None:
    """List the newest entries, newest last."""
    with database():
        from comity.ledger.queries.entries import entries_about, latest

        entries = entries_about(*subjects)[-limit:] if subjects else latest(limit)[::-1]
    table = Table("entry", "at (UTC)", "who", "what", "about")
    for entry in entries:
        at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
        table.add_row(str(entry.sequence), at, escape(entry.actor_display), entry.name, escape(entry.subject))
    Console().print(table)


@ledger.command("deliveries")
def list_deliveries() -> None:
    """List the deliveries that are not done, with what went wrong."""
    with database():
        from comity.ledger.queries.deliveries import deliveries

        found = deliveries()
    if not found:
        typer.echo("Every delivery is done.")
        return
    table = Table("entry", "what", "subscriber", "state", "attempts", "last problem")
    for delivery in found:
        table.add_row(
            str(delivery.sequence), delivery.name, delivery.subscriber, delivery.state, str(delivery.attempts),
            escape(delivery.problem),
        )  # fmt: skip
    Console().print(table)


@ledger.command()
def retry(
    sequence: Annotated[int, typer.Argument(help="The entry's number.")],
    subscriber: Annotated[str, typer.Argument(help="As “comity ledger deliveries” names it.")],
) -> None:
    """Try a delivery once more that was given up."""
    with database():
        from comity.ledger.actions.retry_delivery import NothingToRetry, retry_delivery
        from comity.ledger.rules.actor import CONSOLE

        try:
            retry_delivery(sequence, subscriber, actor=CONSOLE)
        except NothingToRetry as problem:
            end(str(problem))
    typer.echo("It will be tried at once.")


def _digest(text: str) -> Digest:
    try:
        return Digest(text)
    except ValueError as problem:
        unreadable(str(problem))
