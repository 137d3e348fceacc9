"""`comity programme ics`: the node's activities as a calendar's file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli import question as read
from comity.cli.database import database
from comity.cli.ending import end
from comity.cli.overview_options import write


def ics(
    to: Annotated[Path | None, typer.Option(help="The file to write; the terminal if not given.")] = None,
    project: Annotated[str, typer.Option(help="Only what this project leads or shares, by its code.")] = "",
    country: Annotated[str, typer.Option(help="Only what this country hosts or takes part in.")] = "",
) -> None:
    """Write the activities as a calendar (iCalendar): whole days, tentative where only the month is known."""
    code = str(read.country(country)) if country else ""
    with database():
        from comity.casework.rules.refusal import NotFound
        from comity.programme.queries.activity_calendar import activity_calendar

        try:
            made = activity_calendar(project=project, country=code)
        except NotFound:
            end(f"This node keeps no project “{project}”. The addresses of the project pages end with their codes.")
    write(made, to, "calendar is")
