"""`comity programme seed`: fill a database with a made-up programme, to see how a node works with a large one."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from comity.cli.database import database
from comity.cli.ending import end


def seed(
    projects: Annotated[int, typer.Option(min=1, max=10_000, help="How many projects to make up.")],
    activities: Annotated[int, typer.Option(min=0, max=1_000_000, help="How many activities, over all projects.")],
    participations: Annotated[int, typer.Option(min=0, max=10_000_000, help="How many people at activities.")] = 0,
    number: Annotated[int, typer.Option("--seed", help="The same number makes up the same programme.")] = 1,
    onto: Annotated[
        str, typer.Option(help="The database's name: required where somebody works with it. There is no way back.")
    ] = "",
) -> None:
    """Fill the database with made-up projects for load tests. Never on a node that works."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with database(), Progress(*columns, console=Console(stderr=True)) as bar:
        from comity.programme.actions.seed_programme import NotForSeeding, seed_programme

        task = bar.add_task("Writing projects", total=projects)
        try:
            seed_programme(
                projects,
                activities,
                participations,
                seed=number,
                onto=onto,
                progress=lambda done: bar.update(task, completed=done),
            )
        except NotForSeeding as problem:
            end(str(problem))
    typer.echo(
        f"{projects:,} projects with {activities:,} activities and {participations:,} participations are made up."
    )
