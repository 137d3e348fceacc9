"""`comity seed`: fill an empty database with made-up requests, to see how the node works with a million of them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from comity.cli.database import database
from comity.cli.ending import end


def seed(
    requests: Annotated[int, typer.Option(min=1, max=10_000_000, help="How many requests to make up.")],
    number: Annotated[int, typer.Option("--seed", help="The same number makes up the same past.")] = 1,
    years: Annotated[int, typer.Option(min=1, max=20, help="Over how many years they lie.")] = 4,
    onto: Annotated[
        str, typer.Option(help="The database's name: required where it has cases already. There is no way back.")
    ] = "",
) -> None:
    """Fill the database with made-up requests for load tests. Never on a node that works."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with database(), Progress(*columns, console=Console(stderr=True)) as bar:
        from django.conf import settings

        from comity.atlas.actions.load_packs import load_packs
        from comity.casework.actions.seed_requests import NotForSeeding, seed_requests
        from comity.ledger.rules.actor import CONSOLE

        task = bar.add_task("Beginning", total=requests)
        load_packs(settings.ENV.packs, actor=CONSOLE)  # the rules of clocks are among them
        try:
            seed_requests(
                requests,
                seed=number,
                years=years,
                onto=onto,
                progress=lambda what, done: bar.update(task, description=what, completed=done),
            )
        except NotForSeeding as problem:
            end(str(problem))
    typer.echo(f"{requests} requests are made up. “comity ledger verify” reads their chain.")
